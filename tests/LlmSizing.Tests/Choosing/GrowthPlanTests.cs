using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Choosing;

public class GrowthPlanTests
{
    [Fact]
    public void Growth_is_compound_exact_and_rounded_up()
    {
        var plan = new GrowthPlan(Given.Result(), 0.08m, 24, 0);
        Assert.Equal(25, plan.Months.Count);
        Assert.Equal([500, 540, 584, 630, 681], plan.Months.Take(5).Select(month => month.Concurrency));
        // 500 x 1.08^24 = 3170.590...
        Assert.Equal(3_171, plan.Months[24].Concurrency);
        // 1000 x 1.1^2 is 1210 and not one more by a rounding slip.
        Assert.Equal(1_210, new GrowthPlan(Given.Result(requirements: Given.Requirements(1_000)), 0.1m, 2, 0).Months[2].Concurrency);
    }

    [Fact]
    public void Every_month_is_sized_as_a_sizing_would_and_buys_what_is_missing()
    {
        var plan = new GrowthPlan(Given.Result(), 0.08m, 24, 0);
        long owned = 0;
        Assert.All(plan.Months, month =>
        {
            long needed = Given.Result(requirements: Given.Requirements(month.Concurrency)).NodesFinal!.Value;
            Assert.Equal(needed, month.NodesFinal);
            Assert.Equal(needed - owned, month.NodesToBuy);
            Assert.Equal(month.NodesToBuy > 0, month.IsPurchase);
            owned = needed;
            Assert.Equal(owned, month.NodesOwned);
        });
        Assert.Equal(plan.NodesAtEnd, plan.NodesToBuy);
        Assert.Equal(0, plan.PurchaseMonths[0]);
    }

    [Fact]
    public void Nodes_that_are_there_are_not_bought()
    {
        var plan = new GrowthPlan(Given.Result(), 0.08m, 24, 4);
        Assert.Equal(0, plan.Months[0].NodesToBuy);
        Assert.Equal(4, plan.Months[0].NodesOwned);
        Assert.Equal(plan.NodesAtEnd - 4, plan.NodesToBuy);
        Assert.Empty(new GrowthPlan(Given.Result(), 0, 12, 1_000).PurchaseMonths);
    }

    [Fact]
    public void Beyond_the_largest_load_the_month_is_named()
    {
        SizingException error = Assert.Throws<SizingException>(() => new GrowthPlan(Given.Result(), 10, 600, 0));
        Assert.Contains("Month 7 ", error.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_load_that_cannot_be_met_buys_nothing()
    {
        var plan = new GrowthPlan(Given.Result(requirements: Given.Requirements(overhead: 2_000)), 0.08m, 3, 0);
        Assert.All(plan.Months, month => Assert.Null(month.NodesFinal));
        Assert.Equal(0, plan.NodesToBuy);
    }
}
