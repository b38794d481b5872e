#include "ui/models/ImportWords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <cmath>

namespace foretrail::ImportWords {

namespace {

struct Texts {
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
        return Texts::tr("Net revenue stored: %1.").arg(stored);
    return Texts::tr("Net revenue %1 stored, %2 in the rows read.").arg(stored, money(report.netRevenueRead, currency));
}

} // namespace

QString kindText(SourceKind kind)
{
    switch (kind) {
    case SourceKind::Sales: return Texts::tr("Sales lines");
    case SourceKind::Events: return Texts::tr("Events");
    case SourceKind::Series: return Texts::tr("Ready-made series");
    case SourceKind::Attributes: return Texts::tr("Attributes");
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
    return {Role::Time, Role::User, Role::Item, Role::ItemName, Role::Kind, Role::Quantity, Role::Price, Role::Amount,
            Role::Session, Role::Position, Role::Category, Role::Series, Role::Value, Role::Attribute, Role::Ignore};
}

QString roleText(Role role)
{
    switch (role) {
    case Role::Time: return Texts::tr("Time");
    case Role::User: return Texts::tr("User");
    case Role::Item: return Texts::tr("Item");
    case Role::ItemName: return Texts::tr("Item name");
    case Role::Kind: return Texts::tr("Kind");
    case Role::Quantity: return Texts::tr("Quantity");
    case Role::Price: return Texts::tr("Price of one");
    case Role::Amount: return Texts::tr("Amount");
    case Role::Session: return Texts::tr("Session");
    case Role::Position: return Texts::tr("Position");
    case Role::Category: return Texts::tr("Category");
    case Role::Series: return Texts::tr("Series");
    case Role::Value: return Texts::tr("Value");
    case Role::Attribute: return Texts::tr("Attribute");
    case Role::Ignore: return Texts::tr("Leave out");
    }
    return {};
}

QString fileName(const ImportReport &report)
{
    return QFileInfo(report.file).fileName();
}

QString money(double amount, const QString &currency)
{
    return Texts::tr("%1 %2", "currency, amount").arg(currency, QLocale().toString(amount, 'f', 2)).trimmed();
}

QString outcome(const ImportReport &report)
{
    if (report.read == 0)
        return Texts::tr("The file has no rows.");
    if (report.stored == 0 && report.duplicate == report.read)
        return Texts::tr("Nothing new: all %1 rows were already there.").arg(number(report.read));
    if (report.stored == report.read)
        return Texts::tr("All %1 rows were stored.").arg(number(report.read));
    return Texts::tr("%1 of %2 rows were stored.").arg(number(report.stored), number(report.read));
}

QStringList details(const ImportReport &report, const QString &currency)
{
    QStringList lines;
    if (hasMoney(report))
        lines << moneySentence(report, currency);
    if (report.returns > 0)
        lines << Texts::tr("Returns among them: %1.").arg(number(report.returns));
    if (report.withoutUser > 0)
        lines << Texts::tr("Stored without a user: %1.").arg(number(report.withoutUser));
    if (report.series > 0)
        lines << Texts::tr("Series: %1.").arg(number(report.series));
    if (report.conflicts > 0)
        lines << Texts::tr("Other values for stored times, not taken: %1.").arg(number(report.conflicts));
    if (report.replaced > 0)
        lines << Texts::tr("Stored values replaced: %1.").arg(number(report.replaced));
    if (report.seconds >= 0.05)
        lines << Texts::tr("Took %1 s.").arg(QLocale().toString(report.seconds, 'f', 1));
    return lines + report.notes;
}

} // namespace foretrail::ImportWords
