#include "core/data/quality/FindingText.h"

#include "core/base/Calendar.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace foretrail {
namespace {

struct FindingTextText { Q_DECLARE_TR_FUNCTIONS(foretrail::Quality) };

constexpr std::array kindNames{"gap", "irregular-step", "duplicate", "conflict", "negative", "zero-price", "missing-user", "outlier",
                               "constant", "all-zero", "late-start", "early-end", "too-short", "robot", "non-product",
                               "unmatched-return", "rejected", "future", "clock-gap", "clock-overlap", "missing-name"};

/// As recipes call it; empty where no step of a recipe mends it. Days without rows in a log are zeros to a recipe, so that there is nothing
/// missing to fill.
const char *stepOf(FindingKind kind, FindingSubject subject)
{
    switch (kind) {
    case FindingKind::Gap: return subject == FindingSubject::Series ? "missing" : "stockouts";
    case FindingKind::IrregularStep: return "missing";
    case FindingKind::Negative:
    case FindingKind::UnmatchedReturn: return "negative";
    case FindingKind::Outlier: return "outliers";
    case FindingKind::LateStart:
    case FindingKind::EarlyEnd:
    case FindingKind::Future: return "exclude";
    case FindingKind::Duplicate:
    case FindingKind::Conflict:
    case FindingKind::ZeroPrice:
    case FindingKind::Constant:
    case FindingKind::AllZero:
    case FindingKind::TooShort:
    case FindingKind::Robot:
    case FindingKind::NonProduct:
    case FindingKind::MissingUser:
    case FindingKind::Rejected:
    case FindingKind::ClockGap:
    case FindingKind::ClockOverlap:
    case FindingKind::MissingName: return "";
    }
    return "";
}

QString remedyOf(FindingKind kind, FindingSubject subject)
{
    switch (kind) {
    case FindingKind::Gap:
        return subject == FindingSubject::Series ? FindingTextText::tr("Fill the missing values, or leave the series out.")
                                                 : FindingTextText::tr("Check whether the shop was closed. If so, fill the missing days; if rows are missing, import them.");
    case FindingKind::IrregularStep: return FindingTextText::tr("Put the values on a longer step, or fill the missing ones.");
    case FindingKind::Duplicate: return FindingTextText::tr("Nothing need be done: each row is stored once. Choose another duplicate key where they are no duplicates.");
    case FindingKind::Conflict: return FindingTextText::tr("The first value was kept. Import the file again and choose to replace, if the later one is right.");
    case FindingKind::Negative: return FindingTextText::tr("Returns count against sales. Take them out, or set negative values to zero, where a model needs demand.");
    case FindingKind::ZeroPrice: return FindingTextText::tr("Leave these rows out where they are gifts, samples or write-offs.");
    case FindingKind::MissingUser: return FindingTextText::tr("These rows count in sales and not in anything about customers. Check the column of users where it should be full.");
    case FindingKind::Outlier: return FindingTextText::tr("Look at them one by one; limit those that will not come again.");
    case FindingKind::Constant:
    case FindingKind::AllZero: return FindingTextText::tr("There is nothing to learn from them: leave them out.");
    case FindingKind::LateStart: return FindingTextText::tr("Cut the beginning off where all must be of one length; zeros before the start are no sales lost.");
    case FindingKind::EarlyEnd: return FindingTextText::tr("Leave out what is sold no longer, or cut the end off.");
    case FindingKind::TooShort: return FindingTextText::tr("Leave them out, or forecast them together with others.");
    case FindingKind::Robot: return FindingTextText::tr("Leave these users out, or they will pass for the best customers.");
    case FindingKind::NonProduct: return FindingTextText::tr("Leave postage and fees out of the forecasts of items. The rule of what is no product can be changed.");
    case FindingKind::UnmatchedReturn: return FindingTextText::tr("Their sale lies before the data, or they are write-offs. Take them out where a model needs demand.");
    case FindingKind::Rejected: return FindingTextText::tr("Correct the rows in the table of rejects and feed them again.");
    case FindingKind::Future: return FindingTextText::tr("Check the date format and the year; cut these rows off where they are wrong.");
    case FindingKind::ClockGap: return FindingTextText::tr("Check the time zone of the source: no clock there showed these times.");
    case FindingKind::ClockOverlap: return FindingTextText::tr("They were read as the first of two possible times. Import in UTC to be exact.");
    case FindingKind::MissingName: return FindingTextText::tr("The code stands in for the name. Import a list of items with their names.");
    }
    return {};
}

} // namespace

QString findingName(FindingKind kind) { return QString::fromLatin1(kindNames.at(size_t(kind))); }

Result<FindingKind> findingFromName(const QString &name)
{
    QStringList all;
    for (size_t i = 0; i < kindNames.size(); ++i) {
        all.append(QString::fromLatin1(kindNames[i]));
        if (name.compare(all.back(), Qt::CaseInsensitive) == 0)
            return FindingKind(i);
    }
    return fail(ErrorCode::InvalidInput, FindingTextText::tr("There is no kind of finding \"%1\". There are: %2.").arg(name, all.join(QStringLiteral(", "))));
}

QString subjectName(FindingSubject subject)
{
    constexpr std::array names{"events", "items", "users", "series", "ledger"};
    return QString::fromLatin1(names.at(size_t(subject)));
}

QString severityName(Severity severity)
{
    constexpr std::array names{"note", "warning", "problem"};
    return QString::fromLatin1(names.at(size_t(severity)));
}

Finding makeFinding(FindingKind kind, FindingSubject subject, Severity severity, qint64 count, const QString &sentence,
                    const QString &series)
{
    Finding finding;
    finding.kind = kind;
    finding.subject = subject;
    finding.severity = severity;
    finding.count = count;
    finding.series = series;
    finding.sentence = sentence;
    finding.remedy = remedyOf(kind, subject);
    finding.step = QString::fromLatin1(stepOf(kind, subject));
    return finding;
}

QString shown(qint64 count) { return QLocale().toString(count); }

QString shownNumber(double value)
{
    constexpr int digits = 6;
    constexpr double longWhole = 1e6;
    return std::abs(value) < longWhole ? QLocale().toString(value, 'g', digits) : QLocale().toString(value, 'f', 0);
}

QString shownAbout(double value)
{
    const double unit = value > 0 ? std::pow(10.0, std::floor(std::log10(value)) - 1) : 1.0;
    return shownNumber(std::round(value / unit) * unit);
}

QString shownDay(qint64 day)
{
    return formatTime(day * dayMs, Step::Day);
}

QString shownShare(qint64 part, qint64 whole)
{
    const double percent = whole == 0 ? 0 : 100.0 * double(part) / double(whole);
    if (part > 0 && percent < 1)
        return FindingTextText::tr("less than 1 %");
    return FindingTextText::tr("%1 %").arg(QLocale().toString(percent, 'f', 0));
}

} // namespace foretrail
