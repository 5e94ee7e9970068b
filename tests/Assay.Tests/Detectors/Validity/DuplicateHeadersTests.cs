using Assays.Data;
using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class DuplicateHeadersTests() : FaultTests(new DuplicateHeaders(), StructureFaultKind.DuplicateHeader);
