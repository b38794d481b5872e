#include "ui/Selection.h"

namespace foretrail {

bool ChosenSegment::operator==(const ChosenSegment &other) const
{
    return name == other.name && choice == other.choice && (users == other.users || (users && other.users && *users == *other.users));
}

SeriesQuery Selection::query(const QStringList &keys) const
{
    SeriesQuery query = m_question;
    query.keys = keys;
    query.segment = m_segment.choice;
    return query;
}

void Selection::setQuestion(const SeriesQuery &question)
{
    SeriesQuery bare = question;
    bare.keys.clear();
    bare.users.reset(); // those are in the segment, which is chosen apart
    bare.segment = {};
    if (bare == m_question)
        return;
    m_question = bare;
    Q_EMIT questionChanged();
}

void Selection::setSeries(const QString &key, const QString &name)
{
    if (key == m_seriesKey && name == m_seriesName)
        return;
    m_seriesKey = key;
    m_seriesName = name;
    Q_EMIT seriesChanged();
}

void Selection::setUser(const QString &key)
{
    if (key == m_userKey)
        return;
    m_userKey = key;
    Q_EMIT userChanged();
}

void Selection::setSegment(const ChosenSegment &segment)
{
    if (segment == m_segment)
        return;
    m_segment = segment;
    Q_EMIT segmentChanged();
}

void Selection::clear()
{
    setSegment({});
    setRun({});
    setUser({});
    setSeries(QStringLiteral("total"), {});
}

void Selection::setRun(RunId run)
{
    if (run == m_run)
        return;
    m_run = run;
    Q_EMIT runChanged();
}

} // namespace foretrail
