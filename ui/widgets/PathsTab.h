#pragma once

#include "core/behaviour/flows/Paths.h"
#include "ui/models/TextTableModel.h"
#include "ui/widgets/BehaviourTab.h"

class QSpinBox;
class QTableView;

namespace foretrail {

class FlowDrawing;

/// What comes after what: a drawing of the first steps, and beside it the most frequent transitions and whole paths.
class PathsTab : public BehaviourTab {
    Q_OBJECT
public:
    explicit PathsTab(AppSession &session, QWidget *parent = nullptr);
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;
    FlowTable table(GroupFloor floor) const override;
    FlowTable wholePaths(GroupFloor floor) const;
    QString fileName() const override { return QStringLiteral("paths"); }

protected:
    void ask() override;
    void retranslate() override;

private:
    PathRequest request() const;
    void show(const std::shared_ptr<const PathResult> &result);
    void openUsers(const QString &title, const PathChoice &choice);
    void openTransition(int row);
    void openPath(int row);
    QTableView *makeTable(const QString &name, TextTableModel *model);
    QString sentenceOf(const PathResult &result) const;

    TextTableModel m_transitionsModel;
    TextTableModel m_pathsModel;
    QLabel *m_byLabel;
    QComboBox *m_by;
    QLabel *m_perLabel;
    QComboBox *m_per;
    QLabel *m_repeatsLabel;
    QComboBox *m_repeats;
    QLabel *m_stepsLabel;
    QSpinBox *m_steps;
    MarkChart *m_chart;
    QLabel *m_transitionsTitle;
    QTableView *m_transitions;
    QLabel *m_pathsTitle;
    QTableView *m_paths;
    std::shared_ptr<const PathResult> m_result;
    std::shared_ptr<const FlowDrawing> m_drawing;
};

} // namespace foretrail
