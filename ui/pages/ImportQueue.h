#pragma once

#include "core/data/ImportFiles.h"
#include "ui/models/SourcesModel.h"

namespace foretrail {

/// The files of one go and what has become of each. A value; a place is an index of the list.
class ImportQueue {
public:
    using State = SourceEntry::State;

    void clear() { m_entries.clear(); }
    void add(const QList<SourceFile> &files);
    void take(int place, const FileOutcome &outcome);
    void fail(int place, const QString &problem);

    const QList<SourceEntry> &entries() const { return m_entries; }
    bool isEmpty() const { return m_entries.isEmpty(); }
    int size() const { return int(m_entries.size()); }
    SourceEntry &at(int place) { return m_entries[place]; } // clazy:exclude=detaching-member : to be changed
    SourceFile file(int place) const { return m_entries.value(place).file; } ///< of no place: an empty one

    QList<int> places(State state) const;
    /// Nobody has imported or given them up, and nobody looks at them now: those that wait, and those that differ behind them.
    QList<int> waiting() const { return places(State::Waiting) + places(State::Differs); }
    QList<SourceFile> files(const QList<int> &places) const;
    /// Of the imports at these places; 0: none.
    qint64 lastImport(const QList<int> &places) const;
    /// What went wrong at these places.
    QStringList problems(const QList<int> &places) const;

private:
    QList<SourceEntry> m_entries;
};

} // namespace foretrail
