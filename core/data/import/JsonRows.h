#pragma once

#include "core/data/import/JsonObject.h"
#include "core/data/import/JsonReader.h"
#include "core/data/import/RecordSource.h"

#include <map>
#include <unordered_map>

namespace foretrail {

/// JSON objects as the rows of a table: each column is a member.
class JsonRows : public RecordSource {
public:
    /// The members of the first objects, in the order in which they appear.
    static Result<std::vector<std::string>> findColumns(TextSource &text);

    /// With `withHeader` the first record is the names.
    JsonRows(std::unique_ptr<TextSource> text, std::vector<std::string> columns, bool withHeader);
    /// Counts, for notes(), what columns without a role hold where the first objects have nothing.
    void watch(const std::vector<size_t> &withoutRole);
    /// The text begins inside a line.
    Result<void> startInsideLine() { return m_reader.startInsideLine(); }

    Result<bool> next(Record &record) override;
    qint64 consumedBytes() const override { return m_text->bytes().consumedBytes(); }
    qint64 fileBytes() const override { return m_text->bytes().fileBytes(); }
    qint64 takenBytes() const override { return m_text->takenBytes(m_reader.pendingBytes()); }
    bool canStartInside() const override { return !m_text->bytes().isPacked() && fileBytes() > 0 && m_reader.isLines(); }
    QStringList notes() const override; ///< members that are no column, and late ones without a role

private:
    void take(Record &record);
    size_t columnOf(std::string_view name, size_t likely) const;
    void leaveOut(size_t member);
    void countLate(const Record &record);
    QStringList lateNotes() const;

    struct Watched {
        size_t column = 0;
        qint64 rows = 0; ///< that have a value
        bool isLate = true;
    };

    std::unique_ptr<TextSource> m_text;
    std::vector<std::string> m_columns;
    std::unordered_map<std::string_view, size_t> m_numbers;
    JsonReader m_reader;
    JsonObject m_object;
    std::map<std::string, qint64, std::less<>> m_leftOut; ///< rows that had a member which is no column, by its name
    std::vector<Watched> m_watched;
    qint64 m_objects = 0;
    bool m_hasMoreLeftOut = false;
    bool m_isHeaderNext;
};

} // namespace foretrail
