#include "core/data/ProductRule.h"

#include "core/data/sqlite/Connection.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace foretrail {
namespace {

constexpr auto settingKey = "productRule";

char upper(char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; }

/// * stands for any text, ? for one byte. Goes back to the last * only, so that the work is at most the product of the lengths.
bool fitsForm(std::string_view form, std::string_view text)
{
    size_t f = 0, t = 0, star = std::string_view::npos, mark = 0;
    while (t < text.size()) {
        if (f < form.size() && form[f] == '*') {
            star = f++;
            mark = t;
        } else if (f < form.size() && (form[f] == '?' || form[f] == text[t])) {
            ++f;
            ++t;
        } else if (star != std::string_view::npos) {
            f = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    return form.find_first_not_of('*', f) == std::string_view::npos;
}

QStringList storedPatterns(Connection &connection)
{
    Statement setting = connection.prepare("SELECT value FROM settings WHERE key = ?1");
    setting.bind(1, std::string_view(settingKey));
    if (!setting.step())
        return ProductRule::defaultPatterns();
    QStringList patterns;
    for (const QJsonArray list = QJsonDocument::fromJson(setting.text(0).toUtf8()).array(); const QJsonValue &pattern : list)
        patterns.append(pattern.toString());
    return patterns;
}

} // namespace

const QStringList &ProductRule::defaultPatterns()
{
    static const QStringList patterns{
        QStringLiteral("POST"), QStringLiteral("POSTAGE"), QStringLiteral("DOT"), QStringLiteral("M"), QStringLiteral("D"),
        QStringLiteral("S"), QStringLiteral("B"), QStringLiteral("C2"), QStringLiteral("BANK CHARGES"), QStringLiteral("AMAZONFEE"),
        QStringLiteral("CRUK"), QStringLiteral("ADJUST*"), QStringLiteral("GIFT_*"), QStringLiteral("TEST*"),
        QStringLiteral("SHIPPING*"), QStringLiteral("DISCOUNT"), QStringLiteral("运费"), QStringLiteral("邮费")};
    return patterns;
}

void ProductRule::Patterns::add(std::string pattern)
{
    std::ranges::transform(pattern, pattern.begin(), upper);
    if (pattern.find_first_of("*?") == std::string::npos)
        words.insert(std::move(pattern));
    else
        forms.push_back(std::move(pattern));
}

bool ProductRule::Patterns::fits(std::string_view item) const
{
    return words.contains(item) || std::ranges::any_of(forms, [item](const std::string &form) { return fitsForm(form, item); });
}

ProductRule::ProductRule(const QStringList &patterns)
{
    for (const QString &line : patterns) {
        const QString pattern = line.trimmed();
        const bool isException = pattern.startsWith(QLatin1Char('!'));
        if (pattern.size() > (isException ? 1 : 0)) {
            m_patterns.append(pattern);
            (isException ? m_products : m_others).add((isException ? pattern.mid(1) : pattern).toStdString());
        }
    }
}

bool ProductRule::isProduct(std::string_view item) const
{
    constexpr size_t usual = 64;
    std::array<char, usual> letters;
    std::string many;
    char *folded = letters.data();
    if (item.size() > usual) {
        many.resize(item.size());
        folded = many.data();
    }
    std::ranges::transform(item, folded, upper);
    const std::string_view text(folded, item.size());
    return !m_others.fits(text) || m_products.fits(text);
}

ProductRule ProductRule::of(Connection &connection) { return ProductRule(storedPatterns(connection)); }

Result<ProductRule> ProductRule::of(Workspace &workspace)
{
    return workspace.connection().guarded([&]() -> Result<ProductRule> { return of(workspace.connection()); });
}

Result<qint64> ProductRule::set(Workspace &workspace, const QStringList &patterns)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<qint64> {
        const ProductRule rule(patterns);
        WriteTransaction transaction(connection);
        const QByteArray json = QJsonDocument(QJsonArray::fromStringList(rule.patterns())).toJson(QJsonDocument::Compact);
        if (Result<void> kept = workspace.setSetting(QString::fromLatin1(settingKey), QString::fromUtf8(json)); !kept)
            return fail(kept.error());
        std::vector<std::pair<qint64, bool>> changed;
        Statement items = connection.prepare("SELECT id, key, is_product FROM items");
        while (items.step())
            if (const bool isProduct = rule.isProduct(items.view(1)); isProduct != (items.integer(2) != 0))
                changed.emplace_back(items.integer(0), isProduct);
        Statement flag = connection.prepare("UPDATE items SET is_product = ?2 WHERE id = ?1");
        for (const auto &[id, isProduct] : changed) {
            flag.bind(1, id);
            flag.bind(2, qint64(isProduct));
            flag.run();
        }
        transaction.commit();
        return connection.integer("SELECT count(*) FROM items WHERE is_product = 0 AND events > 0");
    });
}

} // namespace foretrail
