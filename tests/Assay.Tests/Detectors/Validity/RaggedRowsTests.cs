using Assays.Data;
using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class RaggedRowsTests() : FaultTests(new RaggedRows(), StructureFaultKind.MissingFields, StructureFaultKind.ExtraFields);
