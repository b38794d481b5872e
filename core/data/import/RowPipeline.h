#pragma once

#include "core/data/import/ParsedBatch.h"
#include "core/data/import/RecordSource.h"
#include "core/data/import/TextCodes.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace foretrail {

class RowSink;

/// Reads, splits, parses, numbers and fingerprints the rows of a source on a thread of its own, a few batches ahead of the one who
/// stores them. Rows come out in the order of the file; what goes wrong comes after the rows before it.
/// Source and parser belong to that thread until next() has said that there are no more, or failed.
class RowPipeline {
public:
    /// `sink` tells rows apart: over there it is asked for what it says that it is asked there.
    RowPipeline(RecordSource &source, RowParser &parser, RowSink &sink);
    ~RowPipeline(); ///< stops reading

    /// The next rows, valid until the next call; null at the end. The source's failure, once its rows are handed out.
    Result<const ParsedBatch *> next();

private:
    void work();
    Result<void> readAll();
    void parse(const Record &record, ParsedBatch &batch);
    void giveCodes();
    /// An empty batch; null when nobody wants more.
    std::unique_ptr<ParsedBatch> takeFree();
    bool hand(std::unique_ptr<ParsedBatch> &batch);
    void giveBack();
    void end();

    RecordSource &m_source;
    RowParser &m_parser;
    RowSink &m_sink;
    struct CodedColumn {
        size_t column = 0;
        TextCodes codes{};
    };
    std::vector<CodedColumn> m_coded;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::unique_ptr<ParsedBatch>> m_free;
    std::vector<std::unique_ptr<ParsedBatch>> m_full; ///< oldest first
    std::optional<Error> m_error;
    bool m_hasEnded = false;
    bool m_isStopped = false;

    std::unique_ptr<ParsedBatch> m_current; ///< with the one who stores
    std::thread m_thread;
};

} // namespace foretrail
