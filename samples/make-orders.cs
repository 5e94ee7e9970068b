// Makes samples/orders.csv: a webshop's orders with planted errors of the kinds that real exports have.
// Run from the project's root: dotnet run samples/make-orders.cs
using System.Globalization;
using System.Text;

var random = new Random(20);
(string City, string Country)[] places =
[
    ("Lisbon", "Portugal"), ("Porto", "Portugal"), ("Madrid", "Spain"), ("Valencia", "Spain"), ("Lyon", "France"), ("Paris", "France"),
    ("Hamburg", "Germany"), ("Munich", "Germany"), ("Vienna", "Austria"), ("Graz", "Austria"), ("Turin", "Italy"), ("Milan", "Italy"),
];
(string Product, string Category, double Price, double Kilograms)[] products =
[
    ("Desk lamp", "Lighting", 39.90, 1.2), ("Floor lamp", "Lighting", 89.00, 4.5), ("Oak shelf", "Furniture", 129.00, 14.0),
    ("Office chair", "Furniture", 219.00, 12.5), ("Wool blanket", "Textiles", 59.50, 1.8), ("Linen sheet", "Textiles", 74.00, 1.1),
    ("Espresso cup", "Kitchen", 12.40, 0.3), ("Cast iron pan", "Kitchen", 45.00, 3.2), ("Chef's knife", "Kitchen", 68.00, 0.4),
];
string[] names = ["ana.silva", "b.martin", "carla.rossi", "d.huber", "elena.garcia", "f.moreau", "g.ferreira", "hanna.wolf", "ivo.costa", "j.bauer"];
string[] statuses = ["delivered", "delivered", "delivered", "delivered", "shipped", "returned"];

var rows = new List<string[]>();
for (var i = 0; i < 1_500; i++)
{
    var place = places[random.Next(places.Length)];
    var product = products[random.Next(products.Length)];
    var quantity = 1 + (int)(random.NextDouble() * random.NextDouble() * 6);
    var shipping = product.Kilograms * quantity > 10 ? 19.90 : 4.90;
    var ordered = new DateTime(2025, 1, 1).AddDays(i * 0.4).Date;
    var delivered = ordered.AddDays(2 + random.Next(9));
    rows.Add(
    [
        Number(100_000 + i, "0"), Day(ordered), Day(delivered), $"{names[random.Next(names.Length)]}{random.Next(10, 99)}@example.com",
        place.City, place.Country, product.Product, product.Category, Number(product.Price), Number(quantity, "0"), Number(shipping),
        Number(product.Price * quantity + shipping), Number(product.Kilograms * quantity, "0.0"), statuses[random.Next(statuses.Length)],
    ]);
}

Plant(14, 4, static (value, r) => Typo(value, r));                                        // a letter wrong in a city
Plant(9, 5, (_, r) => places[r.Next(places.Length)].Country);                           // a country that is not the city's
Plant(12, 6, static (value, _) => value.ToUpperInvariant());                              // another case
Plant(10, 8, static (value, _) => "-" + value);                                           // a sign flipped
Plant(8, 12, static (value, _) => Number(double.Parse(value, CultureInfo.InvariantCulture) * 1000, "0"));  // grams among kilograms
Plant(9, 12, static (value, _) => value + " kg");                                         // a unit in a number
Plant(11, 9, static (_, _) => "-999");                                                    // a number that means missing
Plant(15, 3, static (value, _) => value.Replace("@", " at ", StringComparison.Ordinal));  // not an address
Plant(20, 13, static (_, _) => "N/A");                                                    // a word that means missing
Plant(16, 5, static (_, _) => "");                                                        // a gap that the city could fill
Plant(7, 11, static (value, _) => Number(double.Parse(value, CultureInfo.InvariantCulture) + 10));         // a sum that does not add up
Plant(6, 2, static (_, _) => "2052-01-01");                                               // a date in the future
Plant(8, 1, static (value, _) => DateTime.Parse(value, CultureInfo.InvariantCulture).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
for (var i = 0; i < 6; i++)
{
    rows.Insert(random.Next(rows.Count), [.. rows[random.Next(rows.Count)]]);             // rows sent twice
}

var text = new StringBuilder("order_id,ordered,delivered,email,city,country,product,category,unit_price,quantity,shipping,total,weight_kg,status\n");
foreach (var row in rows)
{
    text.Append(string.Join(',', row)).Append('\n');
}

File.WriteAllText(Path.Combine("samples", "orders.csv"), text.ToString());

void Plant(int count, int column, Func<string, Random, string> change)
{
    foreach (var row in random.GetItems(rows.ToArray(), count).Distinct())
    {
        row[column] = change(row[column], random);
    }
}

static string Typo(string word, Random random)
{
    var at = random.Next(1, word.Length - 1);
    return random.Next(2) == 0 ? word.Remove(at, 1) : word[..at] + word[at + 1] + word[at] + word[(at + 2)..];
}

static string Number(double value, string format = "0.00") => value.ToString(format, CultureInfo.InvariantCulture);

static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
