using Assays.Data;
using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class AbsentHeaderTests() : FaultTests(new AbsentHeader(), StructureFaultKind.NoHeader);
