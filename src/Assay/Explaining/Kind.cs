using Assays.Profiling;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Explaining;

/// <summary>The few kinds into which a person sorts columns at first sight.</summary>
internal static class Kind
{
    /// <summary>Distinct values up to which a column is spoken of as kinds of things.</summary>
    private const int MostKinds = 60;

    public static bool IsTime(ColumnProfile column) => column.Temporal is not null && column.Type != ValueType.Time;

    public static bool IsAnswer(ColumnProfile column) => column.Distinct.Value == 2 && !column.IsPersonal && !IsTime(column);

    public static bool IsPlace(ColumnProfile column) => column.Semantic is
        SemanticType.PostalCode or SemanticType.Country or SemanticType.State or SemanticType.City or SemanticType.Latitude or SemanticType.Longitude;

    public static bool IsKinds(ColumnProfile column) =>
        column.Distinct.Value is > 2 and <= MostKinds && !IsTime(column) && !column.IsPersonal && !IsMeasured(column);

    /// <summary>Numbers with too few values to measure anything are kinds.</summary>
    public static bool IsMeasured(ColumnProfile column) => column.IsQuantity && column.Distinct.Value > 2;
}
