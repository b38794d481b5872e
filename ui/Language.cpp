#include "ui/Language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

// Outside every namespace, since the macro declares a function.
static void initTranslations()
{
    Q_INIT_RESOURCE(foretrail_translations);
}

namespace foretrail {

namespace {

/// The system's locale where the language is left to it; "C" writes numbers without separators, so English stands in.
QLocale localeOf(const QString &language)
{
    const QLocale system = QLocale::system();
    if (!language.isEmpty())
        return system.name().startsWith(language) ? system : QLocale(language);
    return system.language() == QLocale::C ? QLocale(QLocale::English) : system;
}

QString translationFile(const QString &language) { return QStringLiteral(":/foretrail/translations/foretrail_") + language; }

} // namespace

Language::Language(Settings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    initTranslations();
    connect(&settings, &Settings::languageChanged, this, &Language::apply);
    apply();
}

Language::~Language() = default;

void Language::speakEnglish(QTranslator &translator)
{
    initTranslations();
    load(translator, translationFile(QStringLiteral("en")));
}

void Language::apply()
{
    const QLocale locale = localeOf(m_settings.language());
    m_current = locale.language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    QLocale::setDefault(locale);
    const bool isTranslated = m_current != u"en";
    load(m_qt, isTranslated ? QDir(QLibraryInfo::path(QLibraryInfo::TranslationsPath)).filePath(QStringLiteral("qtbase_") + m_current) : QString());
    load(m_own, translationFile(m_current));
    // Without a translator that came or went nobody would be told that numbers are written anew.
    QEvent event(QEvent::LanguageChange);
    QCoreApplication::sendEvent(QCoreApplication::instance(), &event);
}

void Language::load(QTranslator &translator, const QString &path)
{
    QCoreApplication::removeTranslator(&translator);
    if (!path.isEmpty() && translator.load(path))
        QCoreApplication::installTranslator(&translator);
}

} // namespace foretrail
