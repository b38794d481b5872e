#pragma once

#include "core/data/ImportPlan.h"

#include <QFrame>
#include <QTimer>

class QBoxLayout;
class QLabel;

namespace foretrail {

class DateReadingButton;

/// Asks once which of several readings of a file's dates is meant, where all of them fit every row.
class DateQuestionCard : public QFrame {
    Q_OBJECT
public:
    explicit DateQuestionCard(QWidget *parent = nullptr);
    /// Hides itself where there is nothing to ask. While all rows are being read the question waits a moment, since they may
    /// answer it. `files`: how many share the question.
    void show(const ImportPreview &preview, bool isSettling, int files = 1);

Q_SIGNALS:
    void answered(const QString &format);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    void fit(qsizetype readings);
    void turn();
    QString note() const;

    QLabel *m_question;
    QLabel *m_note;
    QBoxLayout *m_choices; ///< beside each other, or below where there is no room
    QList<DateReadingButton *> m_buttons;
    QList<DateReading> m_readings;
    QStringList m_texts; ///< of the time column, as in the file
    QTimer m_patience;
    int m_files = 1;
    bool m_isSettling = false;
};

} // namespace foretrail
