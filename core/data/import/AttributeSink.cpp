#include "core/data/import/AttributeSink.h"

#include "core/base/Phrase.h"
#include "core/data/import/Reasons.h"

#include <QCoreApplication>
#include <QLocale>

namespace foretrail {
namespace {

struct AttributeSinkText { Q_DECLARE_TR_FUNCTIONS(foretrail::AttributeSink) };

} // namespace

AttributeSink::AttributeSink(const ImportPlan &plan, FactWriter &writer, ImportReport &report) : RowSink(plan, writer, report)
{
    for (const Role role : {Role::Series, Role::Item, Role::User, Role::Session, Role::Category}) {
        m_keys = plan.columnsOf(role);
        m_dimension = roleName(role).toStdString();
        if (!m_keys.isEmpty())
            break;
    }
    for (int column = 0; column < plan.columns.size(); ++column) {
        if (plan.columns[column].role == Role::Ignore || m_keys.contains(column))
            continue;
        m_values.append(column);
        m_names.push_back(plan.columns[column].name.toStdString());
    }
}

Result<void> AttributeSink::store(const ParsedRow &row)
{
    m_key.clear();
    for (int column : m_keys)
        (m_key += m_key.empty() ? "" : "/") += row.cells[size_t(column)].text;
    if (m_key.empty())
        return reject(row, m_keys.isEmpty() ? -1 : m_keys.constFirst(), {}, Reason::of(Reason::noKey));
    Outcome outcome;
    for (int i = 0; i < m_values.size(); ++i) {
        const std::string_view value = row.cells[size_t(m_values[i])].text;
        if (value.empty())
            continue;
        outcome.hasValues = true;
        const Result<Stored> stored = m_writer.addAttribute(m_dimension, m_key, m_names[size_t(i)], value);
        if (!stored && stored.error().code == ErrorCode::InvalidInput)
            return fail(stored.error().within(AttributeSinkText::tr("Line %1").arg(row.line)));
        if (!stored)
            return fail(stored.error());
        outcome.isNew |= *stored == Stored::New;
        outcome.isReplaced |= *stored == Stored::Replaced;
        outcome.isConflict |= *stored == Stored::Conflict;
    }
    count(outcome);
    return {};
}

void AttributeSink::count(const Outcome &outcome)
{
    ++m_report.read;
    if (!outcome.hasValues) {
        ++m_report.filtered;
    } else if (outcome.isNew || outcome.isReplaced) {
        ++m_report.stored;
        m_report.replaced += outcome.isReplaced ? 1 : 0;
    } else {
        ++m_report.duplicate;
        m_report.conflicts += outcome.isConflict ? 1 : 0;
    }
}

void AttributeSink::finish()
{
    if (m_report.conflicts > 0)
        m_report.notes.append(Phrase::kept("foretrail::AttributeSink", QT_TRANSLATE_NOOP("foretrail::AttributeSink", "%1 rows say something else than what is stored; the stored values were kept."),
                                           {QLocale().toString(m_report.conflicts)}));
}

} // namespace foretrail
