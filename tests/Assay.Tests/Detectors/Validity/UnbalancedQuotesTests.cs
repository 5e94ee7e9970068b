using Assays.Data;
using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class UnbalancedQuotesTests() : FaultTests(new UnbalancedQuotes(), StructureFaultKind.UnbalancedQuote);
