#include "ui/pages/ImportQueue.h"

#include <algorithm>

namespace foretrail {

namespace {

SourceEntry::State stateOf(FileOutcome::State state)
{
    switch (state) {
    case FileOutcome::State::Importing: return SourceEntry::State::Importing;
    case FileOutcome::State::Done: return SourceEntry::State::Done;
    case FileOutcome::State::Empty: return SourceEntry::State::Empty;
    case FileOutcome::State::Differs: return SourceEntry::State::Differs;
    case FileOutcome::State::Failed: return SourceEntry::State::Failed;
    }
    return SourceEntry::State::Waiting;
}

} // namespace

void ImportQueue::add(const QList<SourceFile> &files)
{
    for (const SourceFile &file : files)
        m_entries.append({file, State::Waiting, {}, {}});
}

void ImportQueue::take(int place, const FileOutcome &outcome)
{
    SourceEntry &entry = m_entries[place]; // clazy:exclude=detaching-member : written to
    entry.state = stateOf(outcome.state);
    entry.report = outcome.report;
    entry.problem = outcome.problem;
}

void ImportQueue::fail(int place, const QString &problem)
{
    m_entries[place].state = State::Failed;
    m_entries[place].problem = problem;
}

QList<int> ImportQueue::places(State state) const
{
    QList<int> found;
    for (int place = 0; place < size(); ++place)
        if (m_entries.at(place).state == state)
            found.append(place);
    return found;
}

QList<SourceFile> ImportQueue::files(const QList<int> &places) const
{
    QList<SourceFile> files;
    for (const int place : places)
        files.append(m_entries.at(place).file);
    return files;
}

qint64 ImportQueue::lastImport(const QList<int> &places) const
{
    qint64 last = 0;
    for (const int place : places)
        last = std::max(last, m_entries.at(place).report.importId);
    return last;
}

QStringList ImportQueue::problems(const QList<int> &places) const
{
    QStringList problems;
    for (const int place : places)
        if (m_entries.at(place).state == State::Failed)
            problems.append(m_entries.at(place).problem);
    return problems;
}

} // namespace foretrail
