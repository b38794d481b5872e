#include "app/cli/Command.h"
#include "ui/Language.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>
#include <mutex>
#include <unistd.h>

namespace {

std::atomic<bool> *stopFlag = nullptr;

void onSignal(int)
{
    if (stopFlag)
        stopFlag->store(true); // a lock-free atomic: safe in a handler
}

/// Progress for a person who watches: one line that is written over. Elsewhere a line every few seconds, for logs.
class ProgressLine {
public:
    void show(const foretrail::Progress &progress)
    {
        const std::lock_guard lock(m_mutex);
        const QString share = progress.total > 0 ? QStringLiteral("%1 % ").arg(100 * progress.done / progress.total) : QString();
        const QByteArray line = (share + progress.what).toUtf8();
        if (m_isTerminal) {
            std::fprintf(stderr, "\r\033[K%s", line.constData());
            std::fflush(stderr);
            m_isDirty = true;
        } else if (m_sinceLine.elapsed() > quietMs) {
            std::fprintf(stderr, "%s\n", line.constData());
            m_sinceLine.restart();
        }
    }
    void clear()
    {
        const std::lock_guard lock(m_mutex);
        if (m_isDirty)
            std::fprintf(stderr, "\r\033[K");
        m_isDirty = false;
    }
    ProgressLine() { m_sinceLine.start(); }

private:
    static constexpr qint64 quietMs = 5000;
    const bool m_isTerminal = isatty(STDERR_FILENO);
    bool m_isDirty = false;
    QElapsedTimer m_sinceLine;
    std::mutex m_mutex;
};

/// The folder that the system has for what runs now. Qt needs one to draw, of this user alone; jobs and containers often have none.
class RuntimeFolder {
public:
    void ensure()
    {
        const QFileInfo given(qEnvironmentVariable("XDG_RUNTIME_DIR"));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        if (given.isDir() && given.ownerId() == geteuid() && !(given.permissions() & others))
            return;
        m_own = std::make_unique<QTemporaryDir>();
        if (m_own->isValid())
            qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_own->path()));
    }

private:
    std::unique_ptr<QTemporaryDir> m_own; ///< goes with the program
};

/// Pictures need fonts and a paint device, never a screen; the other verbs need neither.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, bool drawsPictures, RuntimeFolder &folder)
{
    if (!drawsPictures)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    folder.ensure();
    return std::make_unique<QGuiApplication>(argc, argv);
}

/// CLI11 would only say that a verb is missing.
bool isUnknownVerb(const CLI::App &app, int argc, char **argv)
{
    const auto verbs = app.get_subcommands({});
    const auto isAsked = [argv](const CLI::App *verb) { return verb->get_name() == argv[1]; };
    if (argc < 2 || argv[1][0] == '-' || std::any_of(verbs.begin(), verbs.end(), isAsked))
        return false;
    std::fprintf(stderr, "There is no verb %s. Verbs:", argv[1]);
    for (const CLI::App *verb : verbs)
        std::fprintf(stderr, " %s", verb->get_name().c_str());
    std::fprintf(stderr, "\nRun with --help for more information.\n");
    return true;
}

/// A file that is there is replaced, but not without a word.
void tellReplaced(const CLI::App &verb)
{
    const CLI::Option *out = verb.get_option_no_throw("--out");
    const QString path = out && out->count() > 0 ? QString::fromStdString(out->as<std::string>()) : QString();
    if (path != QStringLiteral("-") && QFileInfo(path).isFile())
        foretrail::cli::note(QStringLiteral("%1 is there and is replaced.").arg(path));
}

int exitCode(const foretrail::Result<void> &result)
{
    if (result)
        return 0;
    std::fprintf(stderr, "%s\n", qPrintable(result.error().isCancelled() ? QStringLiteral("Cancelled.") : result.error().message));
    return result.error().isCancelled() ? 3 : 1;
}

/// What was printed counts only once it has arrived.
int flushedOutput()
{
    if (std::fflush(stdout) == 0 && !std::ferror(stdout))
        return 0;
    std::fprintf(stderr, "The results could not be written to standard output. Is the disk full?\n");
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    using namespace foretrail::cli;
    CLI::App app("Foretrail: forecasts an online shop and understands its shoppers. Results go to standard output or --out, "
                 "messages to standard error. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 cancelled.", "foretrail-cli");
    app.set_version_flag("--version", "foretrail-cli " FORETRAIL_VERSION);
    app.require_subcommand(1);
    Action action;
    for (auto add : {addImport, addImports, addUndo, addRedo, addSeries, addForecast, addBacktest, addTrain, addSearch, addRuns, addProfile,
                     addCustomers, addExport, addReport, addImportRun, addSample, addQuality, addPrepare, addRecipes, addRecommend, addRecommendEval,
                     addPrivacy, addSegments, addFunnel, addRetention, addPaths, addLifecycle, addAudience, addIntent, addOverrides, addReconcile,
                     addExplain, addWhatIf, addExceptions, addDrift, addLive, addUpdate, addCampaign})
        add(app, action);
    if (isUnknownVerb(app, argc, argv))
        return 2;
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    RuntimeFolder folder;
    const std::unique_ptr<QCoreApplication> qt = makeApplication(argc, argv, app.got_subcommand("export") || app.got_subcommand("report"), folder);
    QCoreApplication::setApplicationName(QStringLiteral("foretrail"));
    QTranslator english;
    foretrail::Language::speakEnglish(english);
    ProgressLine line;
    foretrail::JobContext job([&line](const foretrail::Progress &progress) { line.show(progress); });
    const auto flag = job.stopFlag();
    stopFlag = flag.get();
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGXFSZ, SIG_IGN); // a limit on the size of files is then a failed write with a message
    try {
        for (const CLI::App *verb : app.get_subcommands())
            tellReplaced(*verb);
        const foretrail::Result<void> result = action(job);
        line.clear();
        return result ? flushedOutput() : exitCode(result);
    } catch (const std::exception &exception) {
        line.clear();
        std::fprintf(stderr, "Unexpected: %s\n", exception.what());
        return 1;
    }
}
