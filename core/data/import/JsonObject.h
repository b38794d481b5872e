#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace foretrail {

/// The members of one JSON object, those of objects inside of it under "outer.inner". Numbers keep their digits as written, so
/// that ids of 19 digits survive; null is an empty text; an array is the text of the array. One thread.
class JsonObject {
public:
    static constexpr int deepest = 64;
    static constexpr size_t longestName = 1000; ///< of the members' names joined

    /// Why `text` is no object, as Phrase keeps it; empty when it was read.
    QString read(std::string_view text);
    size_t size() const { return m_members.size(); }
    std::string_view name(size_t member) const { return cut(m_names, m_members[member].name); }
    std::string_view value(size_t member) const { return cut(m_values, m_members[member].value); }

private:
    struct Span { size_t first = 0, size = 0; };
    struct Member { Span name, value; };
    static std::string_view cut(const std::string &text, const Span &span) { return std::string_view(text).substr(span.first, span.size); }

    bool readObject(int depth);
    bool readMember(int depth);
    bool readValue(int depth);
    bool skipArray(int depth);
    bool skipValue(int depth);
    bool skipNumber();
    bool skipWord();
    bool readString(std::string &out);
    bool readEscape(std::string &out);
    bool readCode(char32_t &code);
    void keep(std::string_view value);
    void skipSpace();
    bool take(char c);
    bool at(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    bool stop(const QString &why = {});

    std::string_view m_text;
    size_t m_at = 0;
    QString m_problem;
    std::string m_path;   ///< of the member being read
    std::string m_names;
    std::string m_values;
    std::string m_scratch;
    std::vector<Member> m_members;
};

} // namespace foretrail
