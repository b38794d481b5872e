#pragma once

#include <QByteArray>
#include <QObject>
#include <QStringList>
#include <QVariant>

#include <memory>

class QSettings;

namespace foretrail {

enum class Scheme { System, Light, Dark };

/// What the window remembers between two starts, as one table of key, type and default (Settings.cpp). A value of
/// the wrong type, from an edited file, reads as the default. GUI thread only.
class Settings : public QObject {
    Q_OBJECT
public:
    /// The user's settings; with a path, that file instead (tests, rendering).
    explicit Settings(const QString &path = {}, QObject *parent = nullptr);
    ~Settings() override;

    Scheme scheme() const;
    void setScheme(Scheme scheme);
    QString language() const; ///< "en", "zh_CN"; empty: as the system
    void setLanguage(const QString &language);
    bool isRailCollapsed() const;
    void setRailCollapsed(bool collapsed);
    QStringList recentWorkspaces() const; ///< newest first, at most 8
    void addRecentWorkspace(const QString &path);
    void removeRecentWorkspace(const QString &path);
    QString lastFolder() const;
    void setLastFolder(const QString &path);
    /// The settings that a model was trained with last, as JSON; empty before the first time.
    QByteArray trainingSpec() const;
    void setTrainingSpec(const QByteArray &json);
    /// Floating-point operations a second of the last training of a network here; 0 before the first.
    double trainingPace() const;
    void setTrainingPace(double pace);
    static constexpr int mostTrainingsAtATime = 2;
    int trainingsAtATime() const; ///< that are wanted; fewer run where there are too few cores
    void setTrainingsAtATime(int trainings);
    bool leavesCoreFree() const;  ///< trainings use one core less than there are
    void setLeavesCoreFree(bool leaves);
    /// What was last searched for, as JSON of a plan; empty before the first time.
    QByteArray searchPlan() const;
    void setSearchPlan(const QByteArray &json);
    /// What page Live followed last, as ui/widgets/FeedForm writes it.
    QString liveFeed() const;
    void setLiveFeed(const QString &feed);
    /// What the Behaviour page last asked, as JSON; empty before the first time.
    QByteArray behaviourChoices() const;
    void setBehaviourChoices(const QByteArray &json);
    /// The model of buyers that profiles speak from and the days ahead, "mbgnbd 91"; empty before somebody chose.
    QString buyersChoice() const;
    void setBuyersChoice(const QString &choice);
    /// What was last exported of a forecast, and reported, as JSON; empty before the first time.
    QByteArray exportChoice() const;
    void setExportChoice(const QByteArray &json);
    QByteArray reportChoice() const;
    void setReportChoice(const QByteArray &json);
    /// Whose name and logo stand on reports; the logo is the path of a picture. Either may be empty.
    QString company() const;
    void setCompany(const QString &name);
    QString logo() const;
    void setLogo(const QString &path);
    /// Exports of lists and tables of users withhold groups that are smaller; 0: nothing is withheld. What is on screen shows everybody.
    int smallestGroup() const;
    void setSmallestGroup(int users);
    /// The recipe that is being worked on in a workspace (empty: in none), saved or not, as the Prepare page keeps it; empty before
    /// the first time.
    QByteArray recipeDraft(const QString &workspace) const;
    void setRecipeDraft(const QString &workspace, const QByteArray &json);
    /// What was looked at last in a workspace, as ui/LastView writes it; empty before the first time.
    QByteArray workspaceView(const QString &workspace) const;
    void setWorkspaceView(const QString &workspace, const QByteArray &json);
    /// Where settings of imports are kept for the next file of the same shape: beside the settings.
    QString templatesFolder() const;
    /// Geometry of windows, splitters and tables, by objectName.
    QByteArray layout(const QString &name) const;
    void setLayout(const QString &name, const QByteArray &state);

Q_SIGNALS:
    void schemeChanged();
    void languageChanged();
    void recentWorkspacesChanged();
    void trainingQueueChanged(); ///< how many trainings run at a time, or what they leave free

private:
    QString m_ownFolder; ///< of a settings file that is not the user's; empty for the user's
    std::unique_ptr<QSettings> m_store;
};

} // namespace foretrail
