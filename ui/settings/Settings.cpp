#include "ui/settings/Settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QMetaType>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace foretrail {

namespace {

struct Key {
    const char *name;
    QMetaType::Type type;
    QVariant fallback;
};

enum Known { SchemeKey, LanguageKey, RailKey, RecentKey, FolderKey, TrainingKey, TemplatesKey, PaceKey, AtATimeKey, FreeCoreKey, SearchKey, BehaviourKey, BuyersKey, GroupKey, ExportKey, ReportKey, CompanyKey, LogoKey, FeedKey };

/// Everything that is remembered. Layouts, one a window or splitter, stand below "layout/".
const Key &key(Known which)
{
    static const Key table[] = {
        {"window/scheme", QMetaType::QString, QStringLiteral("system")},
        {"window/language", QMetaType::QString, QString()},
        {"window/railCollapsed", QMetaType::Bool, false},
        {"workspaces/recent", QMetaType::QStringList, QStringList()},
        {"workspaces/folder", QMetaType::QString, QString()},
        {"training/spec", QMetaType::QString, QString()},
        {"imports/templates", QMetaType::QString, QString()},
        {"training/pace", QMetaType::Double, 0.0},
        {"training/atATime", QMetaType::Int, 1},
        {"training/leavesCoreFree", QMetaType::Bool, false},
        {"training/search", QMetaType::QString, QString()},
        {"behaviour/choices", QMetaType::QString, QString()},
        {"customers/buyers", QMetaType::QString, QString()},
        {"privacy/smallestGroup", QMetaType::Int, 0},
        {"export/choice", QMetaType::QString, QString()},
        {"report/choice", QMetaType::QString, QString()},
        {"report/company", QMetaType::QString, QString()},
        {"report/logo", QMetaType::QString, QString()},
        {"live/feed", QMetaType::QString, QString()},
    };
    return table[which];
}

constexpr int mostRecent = 8;

QString schemeName(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light: return QStringLiteral("light");
    case Scheme::Dark: return QStringLiteral("dark");
    case Scheme::System: break;
    }
    return QStringLiteral("system");
}

/// An ini file keeps texts only: what does not read as the key's type is the default.
QVariant typed(const QVariant &stored, const Key &key)
{
    if (!stored.isValid())
        return key.fallback;
    if (key.type == QMetaType::Bool) {
        const QString text = stored.toString();
        const bool isBool = text == u"true" || text == u"false";
        return isBool ? QVariant(text == u"true") : key.fallback;
    }
    if (key.type == QMetaType::QString && stored.typeId() != QMetaType::QString)
        return key.fallback;
    if (key.type == QMetaType::QStringList && stored.typeId() != QMetaType::QStringList
        && stored.typeId() != QMetaType::QString)
        return key.fallback;
    QVariant value = stored;
    return value.convert(QMetaType(key.type)) ? value : key.fallback;
}

QVariant read(const QSettings &store, Known which)
{
    return typed(store.value(QLatin1String(key(which).name)), key(which));
}

void write(QSettings &store, Known which, const QVariant &value)
{
    store.setValue(QLatin1String(key(which).name), value);
}

/// A path holds signs that keys of settings must not.
QString settingOf(const QString &section, const QString &workspace)
{
    const QByteArray place = QCryptographicHash::hash(QDir::cleanPath(workspace).toUtf8(), QCryptographicHash::Sha256).toHex().first(12);
    return section + QLatin1Char('/') + (workspace.isEmpty() ? QStringLiteral("none") : QString::fromLatin1(place));
}

QString draftKey(const QString &workspace) { return settingOf(QStringLiteral("drafts"), workspace); }
QString viewKey(const QString &workspace) { return settingOf(QStringLiteral("views"), workspace); }

} // namespace

Settings::Settings(const QString &path, QObject *parent)
    : QObject(parent), m_ownFolder(path.isEmpty() ? QString() : QFileInfo(path).absolutePath()), m_store(path.isEmpty() ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                                            QStringLiteral("foretrail"), QStringLiteral("foretrail"))
                                              : std::make_unique<QSettings>(path, QSettings::IniFormat))
{
}

Settings::~Settings() = default;

Scheme Settings::scheme() const
{
    const QString name = read(*m_store, SchemeKey).toString();
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
        if (name == schemeName(scheme))
            return scheme;
    return Scheme::System;
}

void Settings::setScheme(Scheme value)
{
    if (value == scheme())
        return;
    write(*m_store, SchemeKey, schemeName(value));
    Q_EMIT schemeChanged();
}

QString Settings::language() const
{
    return read(*m_store, LanguageKey).toString();
}

void Settings::setLanguage(const QString &value)
{
    if (value == language())
        return;
    write(*m_store, LanguageKey, value);
    Q_EMIT languageChanged();
}

bool Settings::isRailCollapsed() const
{
    return read(*m_store, RailKey).toBool();
}

void Settings::setRailCollapsed(bool collapsed)
{
    write(*m_store, RailKey, collapsed);
}

QStringList Settings::recentWorkspaces() const
{
    QStringList paths = read(*m_store, RecentKey).toStringList();
    paths.removeAll(QString());
    return paths.mid(0, mostRecent);
}

void Settings::addRecentWorkspace(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    QStringList paths = recentWorkspaces();
    if (!paths.isEmpty() && paths.front() == clean)
        return;
    paths.removeAll(clean);
    paths.prepend(clean);
    write(*m_store, RecentKey, paths.mid(0, mostRecent));
    Q_EMIT recentWorkspacesChanged();
}

void Settings::removeRecentWorkspace(const QString &path)
{
    QStringList paths = recentWorkspaces();
    if (paths.removeAll(QDir::cleanPath(path)) == 0)
        return;
    write(*m_store, RecentKey, paths);
    Q_EMIT recentWorkspacesChanged();
}

QString Settings::lastFolder() const
{
    const QString folder = read(*m_store, FolderKey).toString();
    return folder.isEmpty() ? QDir::homePath() : folder;
}

void Settings::setLastFolder(const QString &path)
{
    write(*m_store, FolderKey, path);
}

QByteArray Settings::trainingSpec() const
{
    return read(*m_store, TrainingKey).toString().toUtf8();
}

double Settings::trainingPace() const { return std::max(0.0, read(*m_store, PaceKey).toDouble()); }

void Settings::setTrainingPace(double pace) { write(*m_store, PaceKey, pace); }

int Settings::trainingsAtATime() const { return std::clamp(read(*m_store, AtATimeKey).toInt(), 1, mostTrainingsAtATime); }

void Settings::setTrainingsAtATime(int trainings)
{
    write(*m_store, AtATimeKey, trainings);
    Q_EMIT trainingQueueChanged();
}

bool Settings::leavesCoreFree() const { return read(*m_store, FreeCoreKey).toBool(); }

void Settings::setLeavesCoreFree(bool leaves)
{
    write(*m_store, FreeCoreKey, leaves);
    Q_EMIT trainingQueueChanged();
}

QByteArray Settings::searchPlan() const { return read(*m_store, SearchKey).toString().toUtf8(); }

void Settings::setSearchPlan(const QByteArray &json) { write(*m_store, SearchKey, QString::fromUtf8(json)); }

QString Settings::liveFeed() const { return read(*m_store, FeedKey).toString(); }

void Settings::setLiveFeed(const QString &feed) { write(*m_store, FeedKey, feed); }

QByteArray Settings::behaviourChoices() const { return read(*m_store, BehaviourKey).toString().toUtf8(); }

void Settings::setBehaviourChoices(const QByteArray &json) { write(*m_store, BehaviourKey, QString::fromUtf8(json)); }

QByteArray Settings::exportChoice() const { return read(*m_store, ExportKey).toString().toUtf8(); }

void Settings::setExportChoice(const QByteArray &json) { write(*m_store, ExportKey, QString::fromUtf8(json)); }

QByteArray Settings::reportChoice() const { return read(*m_store, ReportKey).toString().toUtf8(); }

void Settings::setReportChoice(const QByteArray &json) { write(*m_store, ReportKey, QString::fromUtf8(json)); }

QString Settings::company() const { return read(*m_store, CompanyKey).toString(); }

void Settings::setCompany(const QString &name) { write(*m_store, CompanyKey, name); }

QString Settings::logo() const { return read(*m_store, LogoKey).toString(); }

void Settings::setLogo(const QString &path) { write(*m_store, LogoKey, path); }

QString Settings::buyersChoice() const
{
    const QString choice = read(*m_store, BuyersKey).toString();
    return choice.isEmpty() ? QString::fromUtf8(layout(QStringLiteral("buyerModel"))) : choice; // where older versions kept it
}

void Settings::setBuyersChoice(const QString &choice) { write(*m_store, BuyersKey, choice); }

int Settings::smallestGroup() const { return std::max(0, read(*m_store, GroupKey).toInt()); }

void Settings::setSmallestGroup(int users) { write(*m_store, GroupKey, users); }

void Settings::setTrainingSpec(const QByteArray &json)
{
    write(*m_store, TrainingKey, QString::fromUtf8(json));
}

QByteArray Settings::recipeDraft(const QString &workspace) const
{
    return m_store->value(draftKey(workspace)).toString().toUtf8();
}

void Settings::setRecipeDraft(const QString &workspace, const QByteArray &json)
{
    m_store->setValue(draftKey(workspace), QString::fromUtf8(json));
}

QByteArray Settings::workspaceView(const QString &workspace) const { return m_store->value(viewKey(workspace)).toString().toUtf8(); }

void Settings::setWorkspaceView(const QString &workspace, const QByteArray &json) { m_store->setValue(viewKey(workspace), QString::fromUtf8(json)); }

QString Settings::templatesFolder() const
{
    const QString chosen = read(*m_store, TemplatesKey).toString();
    if (!chosen.isEmpty())
        return chosen;
    const QString beside = m_ownFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) : m_ownFolder;
    return QDir(beside).filePath(QStringLiteral("templates"));
}

QByteArray Settings::layout(const QString &name) const
{
    const QVariant stored = m_store->value(QStringLiteral("layout/") + name);
    return stored.typeId() == QMetaType::QByteArray ? stored.toByteArray() : QByteArray();
}

void Settings::setLayout(const QString &name, const QByteArray &state)
{
    m_store->setValue(QStringLiteral("layout/") + name, state);
}

} // namespace foretrail
