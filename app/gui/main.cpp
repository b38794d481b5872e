// The window. Only wires: the command line, the theme, the language, the session and the main window.
#include "app/gui/RenderPages.h"
#include "ui/AppSession.h"
#include "ui/Language.h"
#include "ui/MainWindow.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>

using namespace foretrail;

namespace {

struct Options {
    Q_DECLARE_TR_FUNCTIONS(Options)

public:
    QCommandLineOption sample{QStringLiteral("sample"), tr("Open the sample shop.")};
    QCommandLineOption render{QStringLiteral("render-pages"),
        tr("Draw every page on the sample shop into PNG files, light and dark, English and Chinese, then quit."), tr("FOLDER")};
    QCommandLineOption quit{QStringLiteral("quit-after-first-paint"), tr("Quit once the window is on screen, to measure the start.")};

    void add(QCommandLineParser &parser) const
    {
        parser.setApplicationDescription(tr("Forecast an online shop and understand its shoppers."));
        parser.addHelpOption();
        parser.addVersionOption();
        parser.addOptions({sample, render, quit});
        parser.addPositionalArgument(QStringLiteral("file"), tr("A workspace to open, logs to import, or both."), QStringLiteral("[FILE...]"));
    }
};

void nameApplication()
{
    QApplication::setApplicationName(QStringLiteral("foretrail"));
    QApplication::setApplicationVersion(QStringLiteral(FORETRAIL_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.foretrail.Foretrail"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    nameApplication();
    const Options options;
    QCommandLineParser parser;
    options.add(parser);
    parser.process(app);

    const QTemporaryDir scratch; // what rendering sets is not the user's choice
    Settings settings(parser.isSet(options.render) ? scratch.filePath(QStringLiteral("render.ini")) : QString());
    const Language language(settings, true);
    Theme::apply(app, settings.scheme());
    QObject::connect(&settings, &Settings::schemeChanged, &app, [&] { Theme::apply(app, settings.scheme()); });
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/foretrail/icons/foretrail.svg")));
    AppSession session(settings);
    MainWindow window(session);
    if (!parser.isSet(options.render))
        window.fitToScreen();
    RenderPages render(session, window, parser.value(options.render));
    QObject::connect(&render, &RenderPages::finished, &app, [](bool isComplete) { QApplication::exit(isComplete ? 0 : 1); });
    QObject::connect(&window, &MainWindow::firstPainted, &window, [&] {
        if (parser.isSet(options.quit))
            return QApplication::quit();
        if (parser.isSet(options.render))
            return render.start();
        if (parser.isSet(options.sample))
            session.openSample();
        window.openFiles(parser.positionalArguments());
    });
    window.show();
    return QApplication::exec();
}
