#pragma once

#include "ui/charts/ChartContent.h"
#include "ui/models/AudienceModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTableView;

namespace foretrail {

class EmptyState;
class LineChart;
struct ShopNames;

/// Who should see an item or a category: the question on top, users below, how many respond beside them. The page does the work.
class AudienceView : public QWidget {
    Q_OBJECT
public:
    explicit AudienceView(QWidget *parent = nullptr);

    /// What is asked for; nothing where no item and no category is written.
    AudienceRequest request() const;
    void setNames(const ShopNames &names);
    void ask(const QString &itemKey); ///< writes the item and asks
    void setRunning(const QString &what); ///< empty: it ended
    void setAudience(const Audience &audience);
    void setProblem(const QString &problem);
    const Audience &audience() const { return m_model.audience(); }
    void forget();

Q_SIGNALS:
    void asked();
    void stopped();
    void userChosen(const QString &key);
    void exportRequested(const foretrail::ChartContent &content, const QString &format);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeQuestion();
    void showTexts();
    void showFindings();
    void goToUser();

    AudienceModel m_model;
    QStringList m_items, m_categories;
    QComboBox *m_what;
    QLineEdit *m_name;
    QComboBox *m_response;
    QSpinBox *m_top;
    QSpinBox *m_days;
    QComboBox *m_leaveOut;
    QPushButton *m_ask;
    QPushButton *m_go;
    QLabel *m_sentence;
    QLabel *m_note;
    QLabel *m_topTitle;
    QLabel *m_daysTitle;
    QLabel *m_leaveTitle;
    QTableView *m_table;
    LineChart *m_chart;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QString m_running;
    QString m_problem;
};

} // namespace foretrail
