#pragma once

#include "core/data/Import.h"

#include <QDateTime>

namespace foretrail {

/// A file's first rows and how it comes that they are read so. Reads the disk: not for the GUI thread.
struct FirstLook {
    enum class Origin { Guess, Template, Shared, Given };
    /// What was chosen for the files behind one.
    struct Shared {
        ImportPlan plan;
        QStringList header;
    };
    /// All that it needs, to be copied into a job.
    struct Request {
        SourceFile source;
        QString templates; ///< folder; empty: guess
        std::optional<Shared> shared;
        std::optional<ImportPlan> given;
    };
    ImportPreview preview;
    Origin origin = Origin::Guess;
    QDateTime since{}; ///< of a template

    /// As given, else as the file before, else by the template for its header, else by guess.
    static Result<FirstLook> at(const Request &request, JobContext &job);
};

} // namespace foretrail
