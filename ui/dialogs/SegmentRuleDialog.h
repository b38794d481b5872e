#pragma once

#include "core/behaviour/segments/SegmentRule.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace foretrail {

class RuleRow;

/// A rule made of rows: all or any of them must hold, each may be turned round. Shows how many users meet it as soon as it is told.
class SegmentRuleDialog : public QDialog {
    Q_OBJECT
public:
    struct Words { QStringList kinds, attributes; }; ///< of the workspace, to choose from
    /// `rule` and `name` of a segment to be changed, or a new one. A rule that rows cannot show stands in words and can be replaced only.
    SegmentRuleDialog(const SegmentRule &rule, const QString &name, const Words &words, QWidget *parent = nullptr);

    SegmentRule rule() const;
    QString name() const;
    void setCount(const QString &text);

Q_SIGNALS:
    void ruleChanged();
    void saveWanted();

private:
    void show(const SegmentRule &rule);
    RuleRow *addRow(const SegmentRule &rule);
    void arrange();
    void check();

    Words m_words;
    SegmentRule m_nested; ///< as it came, where rows cannot show it
    bool m_isNested = false;
    QComboBox *m_join;
    QVBoxLayout *m_rows;
    QList<RuleRow *> m_all;
    QLabel *m_nestedText;
    QLabel *m_count;
    QLineEdit *m_name;
    QPushButton *m_add;
    QPushButton *m_save;
};

} // namespace foretrail
