#pragma once

#include "core/behaviour/flows/Lifecycle.h"
#include "ui/models/TextTableModel.h"
#include "ui/widgets/BehaviourTab.h"

class QCheckBox;
class QSpinBox;
class QTableView;

namespace foretrail {

/// Users by state in each period, and how many moved from state to state in the one that is chosen.
class LifecycleTab : public BehaviourTab {
    Q_OBJECT
public:
    explicit LifecycleTab(AppSession &session, QWidget *parent = nullptr);
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;
    FlowTable table(GroupFloor floor) const override;
    QString fileName() const override { return QStringLiteral("lifecycle"); }

protected:
    void ask() override;
    void retranslate() override;

private:
    LifecycleRequest request() const;
    void show(const std::shared_ptr<const LifecycleResult> &result);
    void choosePeriod(int period);
    void showControls(); ///< those that count
    void showPeriods(); ///< draws the columns
    void openUsers(int period, LifeState state, std::optional<LifeState> from);
    void openCell(const QModelIndex &index);
    QString sentenceOf(int period) const;

    TextTableModel m_moves;
    QLabel *m_statesLabel;
    QComboBox *m_states; ///< by days of silence or by whole periods
    QLabel *m_byLabel;
    QComboBox *m_by;
    QLabel *m_activityLabel;
    QComboBox *m_activity;
    QLabel *m_lapsedLabel;
    QSpinBox *m_lapsed;
    QWidget *m_lapsedPair;
    QCheckBox *m_showsLapsed;
    MarkChart *m_chart;
    QLabel *m_periodLabel;
    QComboBox *m_periods;
    QLabel *m_ratio;
    QTableView *m_table;
    QLabel *m_meanings;
    std::shared_ptr<const LifecycleResult> m_result;
    int m_period = -1;
};

} // namespace foretrail
