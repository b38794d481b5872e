#pragma once

#include "ui/models/PreviewModel.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QFrame;
class QLabel;
class QPushButton;
class QTableView;

namespace foretrail {

class DateQuestionCard;
class RoleHeader;

/// The first rows of a file under choosers of what each column means, with what is asked, what stands in the way of the
/// import and where the settings come from above, and what was noticed below.
class ImportPreviewView : public QWidget {
    Q_OBJECT
public:
    explicit ImportPreviewView(QWidget *parent = nullptr);

    /// `files`: how many the question about the dates is about.
    void show(const ImportPreview &preview, bool isSettlingDates, int files);
    /// What stands in the way, or what became of the last try; empty: nothing.
    void setMessage(const QString &message);
    /// Where the settings come from; empty: they are guessed.
    void setOrigin(const QString &sentence);
    /// How many files wait behind this one.
    void setRemaining(int files);
    bool isSameForRest() const;

Q_SIGNALS:
    void roleChosen(int column, foretrail::Role role);
    void keyChosen(int column, bool isKey);
    void datesAnswered(const QString &format);
    void guessAnewClicked();
    void sameForRestChanged();
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTop();
    QWidget *makeMessage();
    QWidget *makeOrigin();
    void connectAll();
    QWidget *makeTable();
    void showColumn(int column);
    void fitColumns();
    void showNotes(const QStringList &all);
    void retranslate();
    void applyTheme();

    PreviewModel m_model;
    RoleHeader *m_header;
    QTableView *m_table;
    QPushButton *m_stored;
    QPushButton *m_raw;
    QCheckBox *m_same;
    QPushButton *m_cancel;
    QFrame *m_message;
    QLabel *m_messageIcon;
    QLabel *m_messageText;
    DateQuestionCard *m_question;
    QWidget *m_origin;
    QLabel *m_originText;
    QPushButton *m_guess;
    QLabel *m_notes;
    int m_remaining = 0;
};

} // namespace foretrail
