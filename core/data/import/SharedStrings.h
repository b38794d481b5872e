#pragma once

#include "core/data/import/XmlSource.h"

#include <deque>
#include <string>
#include <vector>

namespace foretrail {

/// The texts that the cells of a workbook share, read as far as they are asked for. Views live as long as this. One thread.
class SharedStrings {
public:
    static constexpr qint64 mostBytes = qint64(128) << 20; ///< in memory, of all texts together

    /// `source` may be null: a workbook without shared texts.
    explicit SharedStrings(std::unique_ptr<XmlSource> source) : m_source(std::move(source)) {}
    /// Text number `index`, from 0. Format where there is none, the file is damaged, or the texts are too many for the memory.
    Result<std::string_view> at(size_t index);

private:
    Result<bool> readOne();
    void keep(std::string_view text);

    std::unique_ptr<XmlSource> m_source;
    std::deque<std::string_view> m_texts;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    size_t m_blockUsed = 0;
    qint64 m_bytes = 0;
    std::string m_text;
};

} // namespace foretrail
