using Assays.Labels.Audit;

namespace Assays.Tests.Labels.Audit;

public sealed class AcceptancePlanTests
{
    [Fact]
    public void Between_EqualsTheReference()
    {
        foreach (var row in LabelData.Json("audit_reference.json").GetProperty("plans").EnumerateArray())
        {
            var rows = row.GetProperty("N").ValueKind == System.Text.Json.JsonValueKind.Null ? (long?)null : row.GetProperty("N").GetInt64();

            var plan = AcceptancePlan.Between(rows, 1 - row.GetProperty("p1").GetDouble(), 1 - row.GetProperty("p2").GetDouble());

            Assert.Equal((row.GetProperty("n").GetInt64(), row.GetProperty("c").GetInt64()), (plan.Draws, plan.AllowedErrors));
            Assert.Equal(row.GetProperty("pa_p1").GetDouble(), plan.AcceptedWhenGood, 1e-9);
            Assert.Equal(row.GetProperty("pa_p2").GetDouble(), plan.AcceptedWhenBad, 1e-9);
        }
    }

    [Fact]
    public void WithoutError_EqualsTheReference()
    {
        foreach (var row in LabelData.Json("audit_reference.json").GetProperty("zero_failure").EnumerateArray())
        {
            var (accuracy, confidence) = (row.GetProperty("acc").GetDouble(), row.GetProperty("conf").GetDouble());

            Assert.Equal(row.GetProperty("n_binom").GetInt64(), AcceptancePlan.WithoutError(null, accuracy, confidence));
            Assert.Equal(row.GetProperty("n_hyper_N1000").GetInt64(), AcceptancePlan.WithoutError(1000, accuracy, confidence));
        }
    }

    [Fact]
    public void ForWidth_EqualsTheReference()
    {
        foreach (var row in LabelData.Json("audit_reference.json").GetProperty("n_for_halfwidth").EnumerateArray())
        {
            var (accuracy, half) = (row.GetProperty("p").GetDouble(), row.GetProperty("half").GetDouble());

            Assert.Equal(row.GetProperty("n_inf").GetInt64(), AcceptancePlan.ForWidth(null, accuracy, half));
            Assert.Equal(row.GetProperty("n_N1000").GetInt64(), AcceptancePlan.ForWidth(1000, accuracy, half));
        }
    }
}
