#include "ui/Language.h"

#include "core/base/NumberText.h"

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

/// What the file does not have is said as the source has it.
QString OwnTranslator::translate(const char *context, const char *sourceText, const char *disambiguation, int n) const
{
    const QString said = QTranslator::translate(context, sourceText, disambiguation, n);
    if (!m_keepsTogether)
        return said;
    const QString text = said.isNull() ? QString::fromUtf8(sourceText) : said, whole = unbroken(text);
    return said.isNull() && whole == text ? QString() : whole;
}

Language::Language(Settings &settings, bool keepsTogether, QObject *parent) : QObject(parent), m_settings(settings), m_own(keepsTogether)
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
