using Assays.Data;
using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class BlankHeadersTests() : FaultTests(new BlankHeaders(), StructureFaultKind.BlankHeader);
