package org.wsisforum.awards.category;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import org.wsisforum.kit.text.Text;

/** A category in which prizes are given. */
@Entity
@IdClass(Category.Key.class)
class Category {

    /** What a category is known by. */
    record Key(String edition, int number) {}

    @Id
    private String edition;

    @Id
    private int number;

    @Version
    private long version;

    private String actionLine;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text name;

    protected Category() {}

    Category(String edition, CategoryInput input) {
        this.edition = edition;
        this.number = input.number();
        this.actionLine = input.actionLine();
        this.name = input.name();
    }

    int number() {
        return number;
    }

    long version() {
        return version;
    }

    String actionLine() {
        return actionLine;
    }

    Text name() {
        return name;
    }

    /** The category in the form in which a client would hand it in. */
    CategoryInput asInput() {
        return new CategoryInput(number, actionLine, name);
    }

    /**
     * Takes over what was handed in.
     *
     * @return the names of the fields that are different now
     */
    List<String> replaceBy(CategoryInput input) {
        var changed = new ArrayList<String>();
        if (!actionLine.equals(input.actionLine())) {
            actionLine = input.actionLine();
            changed.add("actionLine");
        }
        if (!name.equals(input.name())) {
            name = input.name();
            changed.add("name");
        }
        return changed;
    }
}
