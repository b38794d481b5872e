// The window. Only wires: the command line, the theme, the language, the session and the main window.
#include "ui/AppSession.h"
#include "ui/Language.h"
#include "ui/MainWindow.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace foretrail;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("foretrail"));
    QApplication::setApplicationVersion(QStringLiteral(FORETRAIL_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.foretrail.Foretrail"));

    QCommandLineParser options;
    options.setApplicationDescription(QCoreApplication::translate("main", "Forecast an online shop and understand its shoppers."));
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption sample(QStringLiteral("sample"), QCoreApplication::translate("main", "Open the sample shop."));
    const QCommandLineOption quit(QStringLiteral("quit-after-first-paint"), QCoreApplication::translate("main", "Quit once the window is on screen, to measure the start."));
    options.addOptions({sample, quit});
    options.addPositionalArgument(QStringLiteral("file"), QCoreApplication::translate("main", "A workspace to open, or logs to import."), QStringLiteral("[FILE...]"));
    options.process(app);

    Settings settings;
    Theme::apply(app, settings.scheme());
    QObject::connect(&settings, &Settings::schemeChanged, &app, [&] { Theme::apply(app, settings.scheme()); });
    const Language language(settings);
    AppSession session(settings);
    MainWindow window(session);
    QObject::connect(&window, &MainWindow::firstPainted, &window, [&] {
        if (options.isSet(quit))
            return QApplication::quit();
        if (options.isSet(sample))
            session.openSample();
        window.openFiles(options.positionalArguments());
    });
    window.show();
    return QApplication::exec();
}
