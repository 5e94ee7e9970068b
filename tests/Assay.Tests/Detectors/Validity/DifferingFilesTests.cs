using Assays.Data;
using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class DifferingFilesTests() : FaultTests(new DifferingFiles(), StructureFaultKind.DifferingFiles);
