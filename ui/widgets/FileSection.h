#pragma once

#include "ui/widgets/ImportSection.h"

namespace foretrail {

/// How the text of a file is cut into fields: delimiter, lines above the header, header, encoding, words that mean no value.
class FileSection : public ImportSection {
    Q_OBJECT
public:
    explicit FileSection(QWidget *parent = nullptr);
    void apply(ImportPlan &plan) const override;

Q_SIGNALS:
    void skipRowsChosen(int rows); ///< other rows name the columns: the plan has to be guessed anew

protected:
    void fill(const ImportPreview &preview) override;
    void retranslate() override;
    QString summary() const override;

private:
    void onNullWords();
    QStringList nullWords() const;

    QLabel *m_delimiterTitle;
    QComboBox *m_delimiter;
    QLabel *m_aboveTitle;
    QSpinBox *m_above;
    QCheckBox *m_header;
    QLabel *m_encodingTitle;
    QComboBox *m_encoding;
    QLabel *m_encodingNote;
    QLabel *m_nullTitle;
    QLineEdit *m_null;
    ImportPlan m_plan;
};

} // namespace foretrail
