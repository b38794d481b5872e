#include "core/data/sqlite/GatheredWrites.h"

#include <cstring>
#include <vector>

namespace foretrail {
namespace {

constexpr size_t mostGathered = size_t(64) << 10; // SQLite cuts the size of a write to 17 bits

} // namespace

// Stands before the methods that SQLite's file has, in whose place it is put: most are called as they were, and those that
// look at what is in the file see to it that it is there.
struct GatheredWrites::Methods : sqlite3_io_methods {
    const sqlite3_io_methods *usual = nullptr;
    std::vector<char> gathered;
    sqlite3_int64 first = 0; ///< where in the file that begins

    static Methods &of(sqlite3_file *file) { return *static_cast<Methods *>(const_cast<sqlite3_io_methods *>(file->pMethods)); }
    sqlite3_int64 end() const { return first + sqlite3_int64(gathered.size()); }

    int writeOut(sqlite3_file *file)
    {
        if (gathered.empty())
            return SQLITE_OK;
        const int code = usual->xWrite(file, gathered.data(), int(gathered.size()), first);
        gathered.clear(); // where that failed SQLite rolls back, and the pages do not count
        return code;
    }
    /// Calls a usual method once all is written.
    template<auto Method, class... Arguments>
    static int after(sqlite3_file *file, Arguments... arguments)
    {
        const int code = of(file).writeOut(file);
        return code != SQLITE_OK ? code : (of(file).usual->*Method)(file, arguments...);
    }

    static int write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
    {
        Methods &self = of(file);
        if (!self.gathered.empty() && at >= self.first && at + count <= self.end()) {
            std::memcpy(self.gathered.data() + (at - self.first), bytes, size_t(count));
            return SQLITE_OK;
        }
        if (self.gathered.empty() || at != self.end() || self.gathered.size() + size_t(count) > mostGathered) {
            if (const int code = self.writeOut(file); code != SQLITE_OK)
                return code;
            if (size_t(count) > mostGathered)
                return self.usual->xWrite(file, bytes, count, at);
            self.first = at;
        }
        const auto *from = static_cast<const char *>(bytes);
        self.gathered.insert(self.gathered.end(), from, from + count); // within what is reserved
        return SQLITE_OK;
    }
    static int read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 at)
    {
        const bool isElsewhere = at >= of(file).end() || at + count <= of(file).first;
        return isElsewhere ? of(file).usual->xRead(file, bytes, count, at) : after<&sqlite3_io_methods::xRead>(file, bytes, count, at);
    }

    explicit Methods(const sqlite3_io_methods &others) : sqlite3_io_methods(others), usual(&others)
    {
        gathered.reserve(mostGathered);
        xWrite = write;
        xRead = read;
        xTruncate = after<&sqlite3_io_methods::xTruncate, sqlite3_int64>;
        xSync = after<&sqlite3_io_methods::xSync, int>;
        xFileSize = after<&sqlite3_io_methods::xFileSize, sqlite3_int64 *>;
        xUnlock = after<&sqlite3_io_methods::xUnlock, int>;
        if (iVersion >= 3)
            xFetch = after<&sqlite3_io_methods::xFetch, sqlite3_int64, int, void **>;
    }
};

GatheredWrites::GatheredWrites(Connection &connection)
{
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &m_file);
    if (!m_file || !m_file->pMethods)
        return;
    m_methods = std::make_unique<Methods>(*m_file->pMethods);
    m_file->pMethods = m_methods.get();
}

GatheredWrites::~GatheredWrites()
{
    if (!m_methods)
        return;
    m_methods->writeOut(m_file);
    m_file->pMethods = m_methods->usual;
}

} // namespace foretrail
