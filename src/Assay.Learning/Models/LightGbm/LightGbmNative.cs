using System.Runtime.InteropServices;

namespace Assays.Learning.Models.LightGbm;

/// <summary>The functions of LightGBM's C interface that Assay calls; each gives 0, or -1 and a message.</summary>
internal static partial class LightGbmNative
{
    private const string Library = "lib_lightgbm";

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LGBM_DatasetCreateFromMat(
        ReadOnlySpan<float> data, int dataType, int rows, int columns, int isRowMajor, string parameters, nint reference, out nint dataset);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LGBM_DatasetGetSubset(DatasetHandle dataset, ReadOnlySpan<int> rows, int count, string parameters, out nint subset);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LGBM_DatasetSetField(DatasetHandle dataset, string name, ReadOnlySpan<float> values, int count, int type);

    [LibraryImport(Library)]
    public static partial int LGBM_DatasetFree(nint dataset);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LGBM_BoosterCreate(DatasetHandle dataset, string parameters, out nint booster);

    [LibraryImport(Library)]
    public static partial int LGBM_BoosterUpdateOneIter(BoosterHandle booster, out int isFinished);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LGBM_BoosterPredictForMat(
        BoosterHandle booster, ReadOnlySpan<float> data, int dataType, int rows, int columns, int isRowMajor, int predictType, int firstRound, int rounds,
        string parameters, out long length, Span<double> result);

    [LibraryImport(Library)]
    public static partial int LGBM_BoosterFree(nint booster);

    [LibraryImport(Library)]
    public static partial nint LGBM_GetLastError();

    public static void Check(int status)
    {
        if (status != 0) throw new InvalidOperationException($"LightGBM: {Marshal.PtrToStringUTF8(LGBM_GetLastError())}");
    }
}

/// <summary>Owns a data set of the native library.</summary>
internal sealed class DatasetHandle : SafeHandle
{
    public DatasetHandle(nint value) : base(0, true) => SetHandle(value);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => LightGbmNative.LGBM_DatasetFree(handle) == 0;
}

/// <summary>Owns a model of the native library.</summary>
internal sealed class BoosterHandle : SafeHandle
{
    public BoosterHandle(nint value) : base(0, true) => SetHandle(value);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => LightGbmNative.LGBM_BoosterFree(handle) == 0;
}
