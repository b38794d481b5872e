// Writes sales lines as a shop's till exports them, the same for the same number of rows:
//   make_sales ROWS > sales.csv
// An invoice has a customer (a quarter have none), a country and some twenty lines; two in a hundred are cancellations, and
// one line in two hundred stands there twice. Invoices grow with the rows, customers and items with their square root.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

namespace {

// SplitMix64: small, quick and the same everywhere.
class Random {
public:
    std::uint64_t next()
    {
        std::uint64_t x = m_state += 0x9e3779b97f4a7c15ULL;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
        return x ^ (x >> 31);
    }
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }
    double unit() { return double(next() >> 11) / double(1ULL << 53); }
    /// Few are bought often, most seldom.
    std::uint64_t popular(std::uint64_t bound) { return std::uint64_t(double(bound) * unit() * unit()); }

private:
    std::uint64_t m_state = 20261124;
};

struct Item {
    std::string code, name;
    int pence = 0;
};

std::vector<Item> items(std::size_t count, Random &random)
{
    constexpr const char *colours[]{"WHITE", "RED", "IVORY", "BLUE", "PINK", "VINTAGE", "RETROSPOT", "WOODEN"};
    constexpr const char *things[]{"HANGING HEART", "METAL LANTERN", "COAT HANGER", "HOT WATER BOTTLE", "NESTING BOXES",
                                   "LUNCH BAG", "CAKE STAND 3 TIER", "BUNTING", "T-LIGHT HOLDER", "ALARM CLOCK"};
    std::vector<Item> all(count);
    for (std::size_t i = 0; i < count; ++i) {
        all[i].code = std::to_string(10'000 + i) + (random.below(4) == 0 ? "B" : "");
        all[i].name = std::string(colours[random.below(8)]) + " " + things[random.below(10)] + " " + std::to_string(random.below(60));
        all[i].pence = int(25 + random.popular(1500));
    }
    return all;
}

class Shop {
public:
    Shop(std::uint64_t rows, Random &random)
        : m_random(random), m_items(items(4000 + std::size_t(std::sqrt(double(rows))), random)),
          m_customers(4000 + std::uint64_t(4 * std::sqrt(double(rows)))), m_rows(rows)
    {
    }

    void write()
    {
        std::puts("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country");
        for (std::uint64_t invoice = 0; m_written < m_rows; ++invoice)
            writeInvoice(invoice);
    }

private:
    void writeInvoice(std::uint64_t number)
    {
        constexpr const char *countries[]{"Germany", "France", "EIRE", "Spain", "Netherlands", "Portugal", "Norway"};
        const bool isCancelled = m_random.below(50) == 0;
        const std::uint64_t customer = m_random.popular(m_customers);
        const std::string buyer = m_random.below(4) == 0 ? "" : std::to_string(12'000 + customer);
        const char *country = customer % 10 == 0 ? countries[customer / 10 % 7] : "United Kingdom";
        const std::string head = (isCancelled ? "C" : "") + std::to_string(536'365 + number);
        const std::string time = timeOf(number);
        const std::uint64_t lines = std::min(m_rows - m_written, isCancelled ? 2 : 1 + m_random.below(40));
        for (std::uint64_t line = 0; line < lines; ++line) {
            if (m_written == 0 || line == 0 || m_random.below(200) != 0)
                compose(head, time, buyer, country, isCancelled);
            std::fputs(m_line.c_str(), stdout);
            ++m_written;
        }
    }

    void compose(const std::string &head, const std::string &time, const std::string &buyer, const char *country, bool isCancelled)
    {
        const Item &item = m_items[m_random.popular(m_items.size())];
        const int quantity = int(1 + m_random.popular(24)) * (isCancelled ? -1 : 1);
        char price[16];
        std::snprintf(price, sizeof price, "%d.%02d", item.pence / 100, item.pence % 100);
        m_line = head + ',' + item.code + ',' + item.name + ',' + std::to_string(quantity) + ',' + time + ',' + price + ',' + buyer + ','
               + country + '\n';
    }

    // Three years, whatever the number of rows.
    std::string timeOf(std::uint64_t invoice) const
    {
        constexpr double usualLines = 20.1;
        constexpr double seconds = 3 * 365 * 86'400.0;
        const auto at = std::time_t(1'291'190'400 + seconds * double(invoice) * usualLines / double(m_rows));
        char text[32];
        std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", std::gmtime(&at));
        return text;
    }

    Random &m_random;
    std::vector<Item> m_items;
    std::uint64_t m_customers;
    std::uint64_t m_rows;
    std::uint64_t m_written = 0;
    std::string m_line;
};

} // namespace

int main(int count, char **arguments)
{
    const std::uint64_t rows = count == 2 ? std::strtoull(arguments[1], nullptr, 10) : 0;
    if (rows == 0) {
        std::fputs("make_sales ROWS\n", stderr);
        return 2;
    }
    Random random;
    Shop(rows, random).write();
    return std::fflush(stdout) == 0 ? 0 : 1;
}
