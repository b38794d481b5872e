#pragma once

#include "core/behaviour/flows/Funnel.h"
#include "ui/widgets/BehaviourTab.h"

class QSpinBox;

namespace foretrail {

class StepsEditor;

/// How many go from step to step, and who is lost where.
class FunnelTab : public BehaviourTab {
    Q_OBJECT
public:
    explicit FunnelTab(AppSession &session, QWidget *parent = nullptr);
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;
    FlowTable table(GroupFloor floor) const override;
    QString fileName() const override { return QStringLiteral("funnel"); }

protected:
    void ask() override;
    void retranslate() override;

private:
    void fitSteps();
    Result<FunnelRequest> request() const;
    void show(const std::shared_ptr<const FunnelResult> &result);
    void openUsers(int mark);
    QString sentenceOf(const FunnelResult &result) const;

    QLabel *m_perLabel;
    QComboBox *m_per;
    QLabel *m_withinLabel;
    QSpinBox *m_within;
    QComboBox *m_unit;
    QLabel *m_orderLabel;
    QComboBox *m_order;
    StepsEditor *m_steps;
    MarkChart *m_chart;
    std::shared_ptr<const FunnelResult> m_result;
    std::shared_ptr<const UserEventLog> m_fitted; ///< the log that the steps fit
    bool m_areStepsChosen = false; ///< by a person
};

} // namespace foretrail
