#include "core/base/NameList.h"

namespace foretrail {
namespace {

constexpr QChar comma = u',', quote = u'"';

/// Whether quotes open at `at` in the part of a list that begins at `begin`.
bool opensQuotes(const QString &text, qsizetype at, qsizetype begin)
{
    if (text[at] != quote)
        return false;
    const QStringView before = QStringView(text).sliced(begin, at - begin).trimmed();
    return before.isEmpty() || before.endsWith(u'=');
}

/// Where quotes that open at `from` close; -1: nowhere.
qsizetype closingQuote(const QString &text, qsizetype from)
{
    for (qsizetype i = from + 1; i < text.size(); ++i) {
        if (text[i] != quote)
            continue;
        if (i + 1 == text.size() || text[i + 1] != quote)
            return i;
        ++i; // two are one within quotes
    }
    return -1;
}

/// Where the parts of a list begin; `isBeingWritten`: quotes that are open hold all that follows.
QList<qsizetype> partsOf(const QString &text, bool isBeingWritten)
{
    QList<qsizetype> begins{0};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (opensQuotes(text, i, begins.back())) {
            const qsizetype close = closingQuote(text, i);
            if (close < 0 && isBeingWritten)
                return begins;
            i = close < 0 ? i : close;
        } else if (text[i] == comma) {
            begins << i + 1;
        }
    }
    return begins;
}

QString withoutQuotes(const QString &part)
{
    QString name;
    for (qsizetype i = 0; i < part.size(); ++i) {
        const qsizetype close = opensQuotes(part, i, 0) ? closingQuote(part, i) : -1;
        if (close < 0) {
            name += part[i];
            continue;
        }
        name += part.sliced(i + 1, close - i - 1).replace(QStringLiteral("\"\""), QStringLiteral("\""));
        i = close;
    }
    return name;
}

} // namespace

QStringList namesIn(const QString &text)
{
    QStringList names;
    const QList<qsizetype> begins = partsOf(text, false);
    for (qsizetype i = 0; i < begins.size(); ++i) {
        const qsizetype end = i + 1 < begins.size() ? begins[i + 1] - 1 : text.size();
        const QString name = withoutQuotes(text.sliced(begins[i], end - begins[i]).trimmed());
        if (!name.isEmpty())
            names << name;
    }
    return names;
}

QString quotedName(const QString &name)
{
    const bool isPlain = !name.contains(comma) && !name.contains(quote) && name.trimmed() == name;
    return isPlain ? name : quote + QString(name).replace(QStringLiteral("\""), QStringLiteral("\"\"")) + quote;
}

qsizetype lastNameAt(const QString &text) { return partsOf(text, true).constLast(); }

} // namespace foretrail
