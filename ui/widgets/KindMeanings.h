#pragma once

#include <QMap>
#include <QStringList>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;

namespace foretrail {

/// A small table: each word of a kind column and what it means, view, cart, favourite, purchase, return or other.
class KindMeanings : public QWidget {
    Q_OBJECT
public:
    explicit KindMeanings(QWidget *parent = nullptr);
    /// `said` are the meanings that a person or a template gave; the others are shown as the program takes them.
    void setWords(const QStringList &words, const QMap<QString, QString> &said);
    /// Writes what was chosen; what is as the program takes it needs no entry.
    void apply(QMap<QString, QString> &said) const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRow(const QString &word);
    void fill(QComboBox *combo) const;

    QGridLayout *m_grid;
    QStringList m_words;
    QList<QLabel *> m_labels;
    QList<QComboBox *> m_choosers;
    QLabel *m_more;
};

} // namespace foretrail
