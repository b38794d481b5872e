#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace foretrail {

/// What kind of thing went wrong; a caller may act on it, a person reads Error::message.
enum class ErrorCode {
    InvalidInput,  ///< the input or an option is wrong; the message says where and what to do
    NotFound,      ///< a file, series, user or run that does not exist
    Io,            ///< reading or writing failed
    DiskFull,      ///< no space left
    Permission,    ///< not allowed to read or write
    Format,        ///< damaged or not of the expected format
    NewerVersion,  ///< written by a newer program
    ForeignFile,   ///< a valid file of another program
    TooShort,      ///< fewer observations than the model needs
    Degenerate,    ///< a result without meaning, such as a scale of zero
    Diverged,      ///< a training loss that is not a number
    Unsupported,   ///< a part that this build or machine lacks
    Cancelled,     ///< stopped by the user
    Internal       ///< a programming mistake or an exception of a library
};

/// A failure: what happened, where and what to do, in the user's language; detail is for the log.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString detail;

    static Error cancelled();
    bool isCancelled() const { return code == ErrorCode::Cancelled; }
    /// The same error with what was being done in front: "Import of sales.csv: " + message.
    Error within(const QString &what) const;
};

/// A value, or an Error. Anything that can fail returns one; exceptions stop at the job boundary.
template<class T>
using Result = tl::expected<T, Error>;

/// Shorthand for returning a failure: `return fail(ErrorCode::NotFound, tr("..."));`
inline tl::unexpected<Error> fail(ErrorCode code, QString message, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(detail)});
}
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

} // namespace foretrail
