using Assays.Data;
using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class DamagedLinesTests() : FaultTests(new DamagedLines(), StructureFaultKind.BlankLines, StructureFaultKind.TruncatedField);
