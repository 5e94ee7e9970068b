using Assays.Data;
using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class BadBytesTests() : FaultTests(new BadBytes(), StructureFaultKind.BadBytes, StructureFaultKind.NulCharacters);
