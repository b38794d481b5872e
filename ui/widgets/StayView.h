#pragma once

#include "core/behaviour/UserProfile.h"

#include <QWidget>

#include <array>

class QComboBox;
class QLabel;

namespace foretrail {

class HeadlineNumber;
class LineChart;

/// Whether a user stays and what they are worth: P(active), purchases and value to come, each with its interval; the curve that shows why,
/// and which model says so. Shows a value.
class StayView : public QWidget {
    Q_OBJECT
public:
    explicit StayView(QWidget *parent = nullptr);
    /// Hidden where nothing is said and there is no reason why.
    void setProfile(const UserProfile &profile);

Q_SIGNALS:
    void choiceMade(const QString &model, int horizonDays);
    void exportRequested(const QString &format); ///< of the chart

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTexts();
    void showNumbers();
    void fillChoices();

    UserProfile m_profile;
    QLabel *m_title;
    QLabel *m_modelLabel;
    QComboBox *m_model;
    QLabel *m_aheadLabel;
    QComboBox *m_ahead;
    QWidget *m_choices;
    QWidget *m_numbers;
    std::array<HeadlineNumber *, 4> m_headlines;
    QLabel *m_sentence;
    QLabel *m_definition;
    LineChart *m_chart;
};

} // namespace foretrail
