#pragma once

#include "core/data/ImportPlan.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace foretrail {

class DateReadingButton;

/// Asks once which of several readings of a file's dates is meant, where all of them fit every row.
class DateQuestionCard : public QFrame {
    Q_OBJECT
public:
    explicit DateQuestionCard(QWidget *parent = nullptr);
    /// Hides itself where there is nothing to ask.
    void show(const ImportPreview &preview);

Q_SIGNALS:
    void answered(const QString &format);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void fit(qsizetype readings);

    QLabel *m_question;
    QLabel *m_note;
    QHBoxLayout *m_choices;
    QList<DateReadingButton *> m_buttons;
    QList<DateReading> m_readings;
    QStringList m_texts; ///< of the time column, as in the file
};

} // namespace foretrail
