#pragma once

#include "ui/charts/ChartContent.h"
#include "ui/models/RetentionModel.h"
#include "ui/widgets/BehaviourTab.h"

#include <QElapsedTimer>

class QCheckBox;
class QTableView;

namespace foretrail {

/// Who comes back: the triangle of cohorts, and their curves below it.
class RetentionTab : public BehaviourTab {
    Q_OBJECT
public:
    explicit RetentionTab(AppSession &session, QWidget *parent = nullptr);
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;
    FlowTable table(GroupFloor floor) const override;
    QString fileName() const override { return QStringLiteral("retention"); }

Q_SIGNALS:
    void curvesExport(const foretrail::ChartContent &content, const QString &format);

protected:
    void ask() override;
    void retranslate() override;

private:
    RetentionRequest request() const;
    void show(const std::shared_ptr<const RetentionResult> &result);
    void showTriangle();
    ChartContent curves() const;
    void openUsers(const QModelIndex &index);
    QString sentenceOf(const RetentionResult &result) const;

    RetentionModel m_model;
    QLabel *m_cohortLabel;
    QComboBox *m_cohort;
    QLabel *m_activityLabel;
    QComboBox *m_activity;
    QLabel *m_byLabel;
    QComboBox *m_by;
    QLabel *m_shownLabel;
    QComboBox *m_shown;
    QCheckBox *m_orLater;
    QTableView *m_table;
    LineChart *m_chart;
    std::shared_ptr<const RetentionResult> m_result;
    QPersistentModelIndex m_clicked; ///< last, and when: the second click of a double click opens nothing
    QElapsedTimer m_sinceClick;
};

} // namespace foretrail
