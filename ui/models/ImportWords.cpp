#include "ui/models/ImportWords.h"

#include "core/data/KindWords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <cmath>

namespace foretrail::ImportWords {

namespace {

struct ImportWordsText {
    Q_DECLARE_TR_FUNCTIONS(ImportWords)
};

QString number(qint64 value)
{
    return QLocale().toString(value);
}

bool hasMoney(const ImportReport &report)
{
    return report.netRevenueRead != 0 || report.netRevenueStored != 0;
}

QString moneySentence(const ImportReport &report, const QString &currency)
{
    const QString stored = money(report.netRevenueStored, currency);
    if (std::abs(report.netRevenueRead - report.netRevenueStored) < 0.005)
        return ImportWordsText::tr("Net revenue stored: %1.").arg(stored);
    return ImportWordsText::tr("Net revenue %1 stored, %2 in the rows read.").arg(stored, money(report.netRevenueRead, currency));
}

} // namespace

QString kindText(SourceKind kind)
{
    switch (kind) {
    case SourceKind::Sales: return ImportWordsText::tr("Sales lines");
    case SourceKind::Events: return ImportWordsText::tr("Events");
    case SourceKind::Series: return ImportWordsText::tr("Ready-made series");
    case SourceKind::Attributes: return ImportWordsText::tr("Attributes");
    }
    return {};
}

QString kindText(const QString &kind)
{
    const Result<SourceKind> known = sourceKindFromName(kind);
    return known ? kindText(*known) : kind;
}

QList<Role> roles()
{
    return {Role::Time, Role::Clock, Role::User, Role::Item, Role::ItemName, Role::Kind, Role::Quantity, Role::Price, Role::Amount,
            Role::Session, Role::Position, Role::Category, Role::Series, Role::Value, Role::Attribute, Role::Ignore};
}

QString roleText(Role role)
{
    switch (role) {
    case Role::Time: return ImportWordsText::tr("Time");
    case Role::Clock: return ImportWordsText::tr("Time of day");
    case Role::User: return ImportWordsText::tr("User");
    case Role::Item: return ImportWordsText::tr("Item");
    case Role::ItemName: return ImportWordsText::tr("Item name");
    case Role::Kind: return ImportWordsText::tr("Kind");
    case Role::Quantity: return ImportWordsText::tr("Quantity");
    case Role::Price: return ImportWordsText::tr("Price of one");
    case Role::Amount: return ImportWordsText::tr("Amount");
    case Role::Session: return ImportWordsText::tr("Session");
    case Role::Position: return ImportWordsText::tr("Position");
    case Role::Category: return ImportWordsText::tr("Category");
    case Role::Series: return ImportWordsText::tr("Series");
    case Role::Value: return ImportWordsText::tr("Value");
    case Role::Attribute: return ImportWordsText::tr("Attribute");
    case Role::Ignore: return ImportWordsText::tr("Leave out");
    }
    return {};
}

QStringList meanings()
{
    return {QStringLiteral("view"), QStringLiteral("cart"), QStringLiteral("favourite"), QStringLiteral("purchase"),
            QStringLiteral("return"), QStringLiteral("other")};
}

QString meaningText(const QString &meaning)
{
    if (meaning == u"view")
        return ImportWordsText::tr("View");
    if (meaning == u"cart")
        return ImportWordsText::tr("Cart");
    if (meaning == u"favourite")
        return ImportWordsText::tr("Favourite");
    if (meaning == u"purchase")
        return ImportWordsText::tr("Purchase");
    if (meaning == u"return")
        return ImportWordsText::tr("Return");
    return meaning == u"other" ? ImportWordsText::tr("Other") : meaning;
}

QString usualMeaning(const QString &word)
{
    const QString meaning = meaningOfWord(word);
    return meanings().contains(meaning) ? meaning : QStringLiteral("other");
}

QString fileName(const ImportReport &report)
{
    const QString file = QFileInfo(report.file).fileName();
    return report.part.isEmpty() ? file : ImportWordsText::tr("%1 › %2", "archive, file in it").arg(file, report.part);
}

QString name(const ImportGroup &group)
{
    if (group.isSingle())
        return fileName(group.imports.front());
    if (group.imports.isEmpty())
        return {};
    return ImportWordsText::tr("%1 files: %2 – %3", "number, first, last")
        .arg(number(group.imports.size()), fileName(group.imports.front()), fileName(group.imports.back()));
}

QString paths(const ImportGroup &group)
{
    constexpr qsizetype most = 20;
    QStringList lines;
    for (const ImportReport &report : group.imports.mid(0, most))
        lines << (report.part.isEmpty() ? report.file : ImportWordsText::tr("%1 › %2", "archive, file in it").arg(report.file, report.part));
    if (group.imports.size() > most)
        lines << ImportWordsText::tr("and %1 more").arg(number(group.imports.size() - most));
    return lines.join(QLatin1Char('\n'));
}

QString state(const ImportGroup &group)
{
    if (group.isUndone())
        return ImportWordsText::tr("taken back");
    if (group.undone() == 0)
        return ImportWordsText::tr("counts");
    return ImportWordsText::tr("%1 of %2 taken back").arg(number(group.undone()), number(group.imports.size()));
}

QString whenUndone(const ImportGroup &group)
{
    if (group.undone() == 0)
        return {};
    if (!group.isUndone())
        return ImportWordsText::tr("Taken back of its %1 files: %2. Their rows count nowhere; redo brings them back.")
            .arg(number(group.imports.size()), number(group.undone()));
    return ImportWordsText::tr("Taken back on %1. Its rows count nowhere; redo brings them back.")
        .arg(QLocale().toString(group.total().undone->toLocalTime(), QLocale::ShortFormat));
}

QString money(double amount, const QString &currency)
{
    return ImportWordsText::tr("%1 %2", "currency, amount").arg(currency, QLocale().toString(amount, 'f', 2)).trimmed();
}

QString outcome(const ImportReport &report)
{
    if (report.read == 0)
        return ImportWordsText::tr("The file has no rows.");
    if (report.stored == 0 && report.duplicate == report.read)
        return ImportWordsText::tr("Nothing new: all %1 rows were already there.").arg(number(report.read));
    if (report.stored == report.read)
        return ImportWordsText::tr("All %1 rows were stored.").arg(number(report.read));
    return ImportWordsText::tr("%1 of %2 rows were stored.").arg(number(report.stored), number(report.read));
}

/// What of a group is to change: the files that count, or those that are taken back.
static ImportGroup partOf(const ImportGroup &group, bool isUndone)
{
    ImportGroup part{group.id, {}};
    for (const ImportReport &report : group.imports)
        if (report.undone.has_value() == isUndone)
            part.imports.append(report);
    return part;
}

QString undoQuestion(const ImportGroup &group)
{
    const ImportGroup part = partOf(group, false);
    const ImportReport report = part.total();
    QString text = (part.isSingle() ? ImportWordsText::tr("Take back %1? Its %2 rows leave every list, chart and forecast made from now on.")
                                    : ImportWordsText::tr("Take back %1? Their %2 rows leave every list, chart and forecast made from now on."))
                       .arg(name(part), number(report.stored));
    if (report.replaced > 0)
        text += ImportWordsText::tr(" The %1 values that it replaced count again.").arg(number(report.replaced));
    return text + (part.isSingle() ? ImportWordsText::tr("\n\nRuns and forecasts made from them stay, and say that their data has changed. The import can be "
                                               "redone at any time.")
                                   : ImportWordsText::tr("\n\nRuns and forecasts made from them stay, and say that their data has changed. All of it can be "
                                               "redone at any time, together or file by file."));
}

QString redoQuestion(const ImportGroup &group)
{
    const ImportGroup part = partOf(group, true);
    return (part.isSingle() ? ImportWordsText::tr("Bring back %1? Its %2 rows count again, apart from those that another import has stored meanwhile.")
                            : ImportWordsText::tr("Bring back %1? Their %2 rows count again, apart from those that another import has stored meanwhile."))
        .arg(name(part), number(part.total().stored));
}

/// What was done to rows of money and meaning.
static QStringList meaningDetails(const ImportReport &report)
{
    QStringList lines;
    if (report.returns > 0)
        lines << ImportWordsText::tr("Returns: %1, of which %2 are cancelled invoices; %3 were matched to the sale that they reverse.")
                     .arg(number(report.returns), number(report.cancellations), number(report.returnsMatched));
    if (report.nonProducts > 0)
        lines << ImportWordsText::tr("Rows of postage, fees and other non-products: %1, kept and flagged.").arg(number(report.nonProducts));
    if (report.withoutUser > 0)
        lines << ImportWordsText::tr("Stored without a user: %1.").arg(number(report.withoutUser));
    if (report.series > 0)
        lines << (report.importId > 0 ? ImportWordsText::tr("Series: %1.")
                                      : ImportWordsText::tr("Series: %1 or more; files of one go mostly continue the same ones."))
                     .arg(number(report.series));
    return lines;
}

static QStringList changeDetails(const ImportReport &report)
{
    QStringList lines;
    if (report.conflicts > 0)
        lines << ImportWordsText::tr("Other values for stored times, not taken: %1.").arg(number(report.conflicts));
    if (report.replaced > 0)
        lines << ImportWordsText::tr("Stored values replaced: %1.").arg(number(report.replaced));
    if (report.corrected > 0)
        lines << ImportWordsText::tr("Rejected rows corrected and stored: %1.").arg(number(report.corrected));
    if (report.clockGaps > 0)
        lines << ImportWordsText::tr("Rows at times that no clock showed, in the spring change: %1.").arg(number(report.clockGaps));
    if (report.clockOverlaps > 0)
        lines << ImportWordsText::tr("Rows at times that the clock showed twice, in the autumn change: %1, read as the first.")
                     .arg(number(report.clockOverlaps));
    return lines;
}

QStringList details(const ImportReport &report, const QString &currency)
{
    QStringList lines;
    if (hasMoney(report))
        lines << moneySentence(report, currency);
    lines += meaningDetails(report);
    lines += changeDetails(report);
    if (report.seconds >= 0.05) {
        const double rate = double(report.read) / report.seconds;
        lines << ImportWordsText::tr("Took %1 s, %2 rows a second.").arg(QLocale().toString(report.seconds, 'f', 1), number(qint64(rate)));
    }
    return lines + report.notes;
}

} // namespace foretrail::ImportWords
